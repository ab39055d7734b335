using CrmVoip.Domain;
using CrmVoip.IntegrationTests.Features.Vendas.Oportunidades;
using CrmVoip.IntegrationTests.Infra;
using CrmVoip.IntegrationTests.Isolation;
using CrmVoip.Web;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.IntegrationTests.Features.Vendas.Hoje;

/// <summary>/hoje: each thing that is to be done stands once, under the day it is for.</summary>
[Collection(AplicacaoFixture.Colecao)]
public sealed class HojeTests(AplicacaoFixture app)
{
    private static readonly DateOnly _hoje = DiaLocal.De(DateTimeOffset.UtcNow, Organizacao.FusoPadrao);

    [Fact]
    public async Task Tasks_stand_under_their_day_and_promised_calls_by_themselves()
    {
        var (ana, funil) = await CenaAsync(1);
        var bruno = await ana.Organizacao.PessoaAsync();
        using var cliente = await ana.EntrarAsync();
        await TarefaAsync(ana, funil, "Proposta", _hoje.AddDays(-1), TipoDeTarefa.Proposta);
        await TarefaAsync(ana, funil, "E-mail", _hoje, TipoDeTarefa.Email);
        await TarefaAsync(ana, funil, "Retorno de ontem", _hoje.AddDays(-1), TipoDeTarefa.Ligacao);
        await TarefaAsync(ana, funil, "Retorno de hoje", _hoje, TipoDeTarefa.Ligacao);
        await TarefaAsync(ana, funil, "Visita", _hoje.AddDays(1), TipoDeTarefa.Reuniao);
        await TarefaAsync(ana, funil, "Algum dia", null, TipoDeTarefa.Outra);
        await TarefaAsync(ana, funil, "Do Bruno", _hoje, TipoDeTarefa.Outra, bruno.Id);

        var pagina = await cliente.PaginaAsync("/hoje");

        string[] Em(string secao) => [.. pagina.QuerySelectorAll($"#{secao} .tarefa__texto").Select(t => t.TextContent)];
        Assert.Equal(["Retorno de ontem", "Retorno de hoje"], Em("retornos"));
        Assert.Equal(["Proposta"], Em("vencidas"));
        Assert.Equal(["E-mail"], Em("de-hoje"));
        Assert.Equal(["Visita"], Em("amanha"));
        Assert.Equal(["Algum dia"], Em("sem-data"));
        Assert.Equal("2", pagina.QuerySelector("#retornos .hoje__quantas")!.TextContent);
        Assert.Equal(["Do Bruno"], (await cliente.PaginaAsync($"/hoje?quem={bruno.Id}")).QuerySelectorAll("#de-hoje .tarefa__texto").Select(t => t.TextContent));
        Assert.Equal(6, pagina.QuerySelectorAll(".tarefa:not(.tarefa--oportunidade) [data-ligar]").Length);
    }

    [Fact]
    public async Task Deals_without_a_next_step_and_those_nobody_called_for_a_week_are_named()
    {
        var (ana, funil) = await CenaAsync(4);
        using var cliente = await ana.EntrarAsync();
        var (o, organizacao) = (funil.Oportunidades, ana.Organizacao);
        await app.Banco.ExecutarAsync($"update oportunidades set criada_em = now() - interval '20 days' where organizacao_id = '{organizacao.Id}'");
        await cliente.FormAsync("/tarefas/rapida", ("Texto", "Marcada"), ("Tipo", "Outra"), ("Quando", "amanha"), ("OportunidadeId", $"{o[0].Id}"));
        var cena = new CenaDeLigacao(organizacao, ana, o[1]);
        await cena.LigouAsync(DateTimeOffset.UtcNow.AddDays(-2));
        await (cena with { Oportunidade = o[2] }).LigouAsync(DateTimeOffset.UtcNow.AddDays(-9));
        await organizacao.ComDbAsync(async db =>
        {
            (await db.Oportunidades.SingleAsync(p => p.Id == o[3].Id)).Ganhar(DateTimeOffset.UtcNow);
            return await db.SaveChangesAsync();
        });

        var pagina = await cliente.PaginaAsync("/hoje");

        Assert.Equal(["Usina 2", "Usina 3"], pagina.QuerySelectorAll("#sem-passo .tarefa__texto").Select(t => t.TextContent).Order());
        Assert.Equal(["Usina 1", "Usina 3"], pagina.QuerySelectorAll("#sem-ligacao .tarefa__texto").Select(t => t.TextContent).Order());
        Assert.Contains("Última ligação", pagina.QuerySelector("#sem-ligacao")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Empty_day_says_what_to_do_next()
    {
        var ana = await (await app.CriarOrganizacaoAsync()).PessoaAsync();
        using var cliente = await ana.EntrarAsync();

        var pagina = await cliente.PaginaAsync("/hoje");

        Assert.Equal("Nada para hoje", pagina.QuerySelector(".vazio__titulo")!.TextContent);
        Assert.Equal($"{ana.Organizacao.Base}/hoje", pagina.QuerySelector(".trilho__item")!.GetAttribute("href"));
    }

    private static async Task TarefaAsync(PessoaDeTeste ana, FunilDeTeste funil, string texto, DateOnly? dia, TipoDeTarefa tipo, Guid? quem = null)
    {
        var tarefa = Tarefa.Da(funil.Oportunidades[0], tipo, texto);
        tarefa.PassarPara(quem ?? ana.Id);
        tarefa.Marcar(dia, null);
        await ana.Organizacao.SalvarAsync(tarefa);
    }

    private async Task<(PessoaDeTeste Ana, FunilDeTeste Funil)> CenaAsync(int quantas)
    {
        var ana = await (await app.CriarOrganizacaoAsync()).PessoaAsync();
        return (ana, await FunilDeTeste.CriarAsync(ana, quantas));
    }
}
