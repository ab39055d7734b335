using System.Net;
using CrmVoip.Domain;
using CrmVoip.IntegrationTests.Infra;
using CrmVoip.Web;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.IntegrationTests.Features.Telefonia.Ligacoes;

/// <summary>What is promised in a call stands on its deal, once, for the day that was meant.</summary>
[Collection(AplicacaoFixture.Colecao)]
public sealed class ProximaTarefaTests(AplicacaoFixture app)
{
    [Fact]
    public async Task Task_of_the_note_is_the_next_step_of_the_deal_however_often_the_note_comes()
    {
        var cena = await CenaDeLigacao.CriarAsync(app, "http://127.0.0.1:9/api/v1");
        using var cliente = await cena.Pessoa.EntrarAsync();
        var ontem = DateTimeOffset.UtcNow.AddDays(-1);
        var id = await cena.LigouAsync(ontem);
        foreach (var versao in new[] { 5, 5, 6 })
        {
            var resposta = await cliente.PutAsync($"/ligacoes/{id}/notas", new { notas = "Quer proposta", versao, tarefa = new { texto = "Enviar proposta", quando = "amanha", dia = "" } });
            Assert.Equal(HttpStatusCode.OK, resposta.StatusCode);
        }

        var tarefa = await TarefaAsync(cena);
        var esperado = DiaLocal.De(ontem.AddSeconds(37), Organizacao.FusoPadrao).AddDays(1);
        Assert.Equal((TipoDeTarefa.Outra, "Enviar proposta", esperado, cena.Pessoa.Id), (tarefa.Tipo, tarefa.Texto, tarefa.Dia!.Value, tarefa.ResponsavelId));
        Assert.Equal(("Enviar proposta", esperado), await cena.Organizacao.ComDbAsync(async db => await db.Oportunidades.AsNoTracking().SingleAsync() is var o ? (o.ProximoPasso, o.ProximoPassoEm!.Value) : default));
        Assert.Contains("Criou a tarefa “Enviar proposta”", (await cliente.PaginaAsync($"/oportunidades/{cena.Oportunidade.Id}/historico")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "hoje", "", TipoDeTarefa.Ligacao, "Ligar de novo", true)]
    [InlineData("Enviar proposta", "", "não é dia", TipoDeTarefa.Outra, "Enviar proposta", false)]
    [InlineData("Enviar proposta", "hoje", "05/12/2030", TipoDeTarefa.Outra, "Enviar proposta", true)]
    public async Task Day_alone_promises_a_call_and_a_day_that_cannot_be_read_loses_nothing(string texto, string quando, string dia, TipoDeTarefa tipo, string guardado, bool comDia)
    {
        var cena = await CenaDeLigacao.CriarAsync(app, "http://127.0.0.1:9/api/v1");
        using var cliente = await cena.Pessoa.EntrarAsync();
        var id = await cena.LigouAsync(DateTimeOffset.UtcNow.AddMinutes(-5));

        await cliente.PutAsync($"/ligacoes/{id}/notas", new { notas = "", versao = 5, tarefa = new { texto, quando, dia } });

        var tarefa = await TarefaAsync(cena);
        Assert.Equal((tipo, guardado, comDia), (tarefa.Tipo, tarefa.Texto, tarefa.Dia is not null));
    }

    [Fact]
    public async Task Note_without_a_task_makes_none()
    {
        var cena = await CenaDeLigacao.CriarAsync(app, "http://127.0.0.1:9/api/v1");
        using var cliente = await cena.Pessoa.EntrarAsync();
        var id = await cena.LigouAsync(DateTimeOffset.UtcNow.AddMinutes(-5));
        await cliente.PutAsync($"/ligacoes/{id}/notas", new { notas = "Só a nota", versao = 5 });
        await cliente.PutAsync($"/ligacoes/{id}/notas", new { notas = "Só a nota", versao = 6, tarefa = new { texto = " ", quando = "", dia = "" } });

        Assert.Equal(0, await cena.Organizacao.ComDbAsync(db => db.Tarefas.CountAsync()));
    }

    private static Task<Tarefa> TarefaAsync(CenaDeLigacao cena) => cena.Organizacao.ComDbAsync(db => db.Tarefas.AsNoTracking().SingleAsync());
}
