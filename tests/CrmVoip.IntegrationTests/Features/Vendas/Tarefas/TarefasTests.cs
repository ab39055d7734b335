using System.Net;
using System.Text.Json;
using CrmVoip.Domain;
using CrmVoip.IntegrationTests.Features.Vendas.Oportunidades;
using CrmVoip.IntegrationTests.Infra;
using CrmVoip.Web;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.IntegrationTests.Features.Vendas.Tarefas;

/// <summary>/tarefas, the form of a task, and what one press does to it.</summary>
[Collection(AplicacaoFixture.Colecao)]
public sealed class TarefasTests(AplicacaoFixture app)
{
    private static readonly DateOnly _hoje = DiaLocal.De(DateTimeOffset.UtcNow, Organizacao.FusoPadrao);

    [Fact]
    public async Task Task_is_done_with_one_press_and_the_notice_takes_it_back()
    {
        var (ana, o) = await CenaAsync();
        using var cliente = await ana.EntrarAsync();
        var id = await TarefaAsync(ana, o, "Visita", _hoje);
        cliente.Http.DefaultRequestHeaders.Add("HX-Request", "true");

        var resposta = await cliente.FormAsync($"/tarefas/{id}/concluir");

        Assert.Equal(HttpStatusCode.NoContent, resposta.StatusCode);
        using var gatilho = JsonDocument.Parse(resposta.Headers.GetValues("HX-Trigger").Single());
        Assert.True(gatilho.RootElement.TryGetProperty("dados-alterados", out _));
        Assert.NotNull((await LerAsync(ana, id)).ConcluidaEm);
        Assert.Empty((await cliente.PaginaAsync("/tarefas")).QuerySelectorAll(".tarefa"));
        Assert.Single((await cliente.PaginaAsync("/tarefas?Quando=concluidas")).QuerySelectorAll(".tarefa[data-feita=sim]"));
        await cliente.PostAsync(gatilho.RootElement.GetProperty("avisar").GetProperty("desfazer").GetString()![ana.Organizacao.Base.Length..], new { });
        Assert.Null((await LerAsync(ana, id)).ConcluidaEm);
        var historico = (await cliente.PaginaAsync($"/oportunidades/{o.Id}/historico")).Body!.TextContent;
        Assert.Contains("Concluiu a tarefa “Visita”", historico, StringComparison.Ordinal);
        Assert.Contains("Reabriu a tarefa “Visita”", historico, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Late_task_is_put_off_from_today_and_a_later_one_from_its_day_and_back()
    {
        var (ana, o) = await CenaAsync();
        using var cliente = await ana.EntrarAsync();
        cliente.Http.DefaultRequestHeaders.Add("HX-Request", "true");
        var vencida = await TarefaAsync(ana, o, "Vencida", _hoje.AddDays(-10), new TimeOnly(9, 0));
        var futura = await TarefaAsync(ana, o, "Futura", _hoje.AddDays(10));

        var resposta = await cliente.FormAsync($"/tarefas/{vencida}/adiar", ("quando", "um"));
        await cliente.FormAsync($"/tarefas/{futura}/adiar", ("quando", "tres"));

        Assert.Equal((_hoje.AddDays(1), new TimeOnly(9, 0)), (await LerAsync(ana, vencida)) is var t ? (t.Dia!.Value, t.Hora!.Value) : default);
        Assert.Equal(_hoje.AddDays(13), (await LerAsync(ana, futura)).Dia);
        using var gatilho = JsonDocument.Parse(resposta.Headers.GetValues("HX-Trigger").Single());
        await cliente.PostAsync(gatilho.RootElement.GetProperty("avisar").GetProperty("desfazer").GetString()![ana.Organizacao.Base.Length..], new { });
        Assert.Equal(_hoje.AddDays(-10), (await LerAsync(ana, vencida)).Dia);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await cliente.FormAsync($"/tarefas/{vencida}/adiar", ("quando", "nunca"))).StatusCode);
    }

    [Fact]
    public async Task List_is_of_whom_what_and_when_the_address_says()
    {
        var (ana, o) = await CenaAsync();
        var bruno = await ana.Organizacao.PessoaAsync();
        using var cliente = await ana.EntrarAsync();
        await TarefaAsync(ana, o, "Vencida", _hoje.AddDays(-1));
        await TarefaAsync(ana, o, "Hoje", _hoje, tipo: TipoDeTarefa.Reuniao);
        await TarefaAsync(ana, o, "Sem data", null);
        await TarefaAsync(ana, o, "Do Bruno", _hoje.AddDays(-2), quem: bruno.Id);

        Assert.Equal(["Vencida", "Hoje", "Sem data"], await TextosAsync(cliente, ""));
        Assert.Equal(["Do Bruno", "Vencida", "Hoje", "Sem data"], await TextosAsync(cliente, "?Quem=todas"));
        Assert.Equal(["Do Bruno"], await TextosAsync(cliente, $"?Quem={bruno.Id}"));
        Assert.Equal(["Hoje"], await TextosAsync(cliente, "?Tipo=reuniao"));
        Assert.Equal(["Vencida"], await TextosAsync(cliente, "?Quando=atrasadas"));
        Assert.Equal(["Hoje"], await TextosAsync(cliente, "?Quando=hoje"));
        Assert.Equal(["Sem data"], await TextosAsync(cliente, "?Quando=sem_data"));
        Assert.Contains("Nenhuma tarefa com estes filtros", (await cliente.PaginaAsync("/tarefas?Quando=concluidas")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pages_of_the_list_hold_every_task_once()
    {
        var (ana, o) = await CenaAsync();
        using var cliente = await ana.EntrarAsync();
        await ana.Organizacao.SalvarAsync([.. Enumerable.Range(0, 120).Select(i => Nova(ana, o, $"Tarefa {i}", _hoje.AddDays(i / 50)))]);
        var vistas = new List<string>();
        for (var endereco = "/tarefas"; endereco is not null;)
        {
            var pagina = await cliente.PaginaAsync(endereco);
            vistas.AddRange(pagina.QuerySelectorAll(".tarefa__texto").Select(t => t.TextContent));
            endereco = pagina.QuerySelector("#lista-de-tarefas-mais[href]")?.GetAttribute("href")?[ana.Organizacao.Base.Length..];
        }

        Assert.Equal((120, 120), (vistas.Count, vistas.Distinct().Count()));
    }

    [Fact]
    public async Task Row_calls_the_contact_of_the_deal_or_of_the_task_and_nobody_who_asked_not_to_be_called()
    {
        var (ana, o) = await CenaAsync();
        using var cliente = await ana.EntrarAsync();
        await TarefaAsync(ana, o, "Da oportunidade", _hoje);
        await ana.Organizacao.SalvarAsync(Marcada(Tarefa.Avulsa(ana.Organizacao.Id, ana.Id, o.ContatoId, TipoDeTarefa.Ligacao, "Do contato")));
        await ana.Organizacao.SalvarAsync(Marcada(Tarefa.Avulsa(ana.Organizacao.Id, ana.Id, null, TipoDeTarefa.Outra, "De ninguém")));

        var pagina = await cliente.PaginaAsync("/tarefas");
        Assert.Equal(2, pagina.QuerySelectorAll(".tarefa [data-ligar][data-numero='+5511960000001']").Length);
        await ana.Organizacao.ComDbAsync(async db =>
        {
            var contato = await db.Contatos.Include(c => c.Telefones).SingleAsync();
            contato.NaoLigarPara(contato.Numeros, true);
            return await db.SaveChangesAsync();
        });

        Assert.Empty((await cliente.PaginaAsync("/tarefas")).QuerySelectorAll(".tarefa [data-ligar]"));
    }

    [Theory]
    [InlineData("", "hoje", "", "tarefa-rapida-texto-erro", "Escreva o que fazer.")]
    [InlineData("Visita", "hoje", "31/02/2030", "tarefa-rapida-dia-erro", "Digite a data como 05/12/2026, ou escolha no calendário.")]
    [InlineData("Visita", "um dia", "", "tarefa-rapida-dia-erro", "Escolha um dos dias, ou digite a data.")]
    public async Task Quick_form_refuses_at_its_field_and_keeps_what_was_typed(string texto, string quando, string dia, string campo, string motivo)
    {
        var (ana, o) = await CenaAsync();
        using var cliente = await ana.EntrarAsync();

        var resposta = await cliente.FormAsync("/tarefas/rapida", ("Texto", texto), ("Tipo", "Reuniao"), ("Quando", quando), ("Dia", dia), ("OportunidadeId", $"{o.Id}"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, resposta.StatusCode);
        var form = await ClienteDeTeste.PaginaAsync(resposta);
        Assert.Equal(motivo, form.GetElementById(campo)!.TextContent);
        Assert.Equal((texto, dia, "Reuniao"), (form.QuerySelector("[name=Texto]")!.GetAttribute("value") ?? "", form.QuerySelector("[name=Dia]")!.GetAttribute("value") ?? "", form.QuerySelector("option[selected]")!.GetAttribute("value")));
    }

    [Fact]
    public async Task Quick_task_stands_in_the_sheet_of_the_deal_and_of_its_contact()
    {
        var (ana, o) = await CenaAsync();
        using var cliente = await ana.EntrarAsync();

        await cliente.FormAsync("/tarefas/rapida", ("Texto", "Visita"), ("Tipo", "Reuniao"), ("Quando", "amanha"), ("OportunidadeId", $"{o.Id}"));
        await cliente.FormAsync("/tarefas/rapida", ("Texto", "Parabéns"), ("Tipo", "Ligacao"), ("Quando", ""), ("ContatoId", $"{o.ContatoId}"));

        Assert.Equal(["Visita"], await TextosAsync(cliente, "", $"/oportunidades/{o.Id}/tarefas"));
        Assert.Equal(["Visita", "Parabéns"], await TextosAsync(cliente, "", $"/contatos/{o.ContatoId}/tarefas"));
        Assert.Contains("Criou a tarefa “Parabéns”", (await cliente.PaginaAsync($"/contatos/{o.ContatoId}/historico")).Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(_hoje.AddDays(1), await ana.Organizacao.ComDbAsync(db => db.Oportunidades.Select(p => p.ProximoPassoEm).SingleAsync()));
    }

    [Fact]
    public async Task Field_that_two_changed_is_offered_with_both_values_and_another_field_is_kept()
    {
        var (ana, o) = await CenaAsync();
        using var cliente = await ana.EntrarAsync();
        var id = await TarefaAsync(ana, o, "Visita", _hoje);
        (string, string?)[] antes = [("Antes[Texto]", "Visita"), ("Antes[Tipo]", "Outra"), ("Antes[Dia]", $"{_hoje:dd/MM/yyyy}"), ("Antes[Hora]", ""), ("Antes[ResponsavelId]", $"{ana.Id}")];
        (string, string?)[] campos = [("Tipo", "Outra"), ("Dia", $"{_hoje:dd/MM/yyyy}"), ("Hora", ""), ("ResponsavelId", $"{ana.Id}"), .. antes];
        await cliente.FormAsync($"/tarefas/{id}/editar", [("Texto", "Visita técnica"), .. campos]);

        Assert.Equal(HttpStatusCode.Redirect, (await cliente.FormAsync($"/tarefas/{id}/editar", [("Texto", "Visita"), .. campos.Where(c => c.Item1 != "Hora"), ("Hora", "15:00")])).StatusCode);
        var recusa = await cliente.FormAsync($"/tarefas/{id}/editar", [("Texto", "Telhado"), .. campos]);

        Assert.Equal(HttpStatusCode.Conflict, recusa.StatusCode);
        var form = await ClienteDeTeste.PaginaAsync(recusa);
        Assert.Equal(("Telhado", "Manter Telhado", "Visita técnica"), (form.GetElementById("Texto")!.GetAttribute("value"), form.QuerySelector("[data-manter]")!.TextContent, form.QuerySelector("[data-usar]")!.GetAttribute("data-usar")));
        Assert.Equal(("Visita técnica", new TimeOnly(15, 0)), await LerAsync(ana, id) is var t ? (t.Texto, t.Hora) : default);
    }

    private static Tarefa Nova(PessoaDeTeste ana, Oportunidade o, string texto, DateOnly? dia, TimeOnly? hora = null, TipoDeTarefa tipo = TipoDeTarefa.Outra, Guid? quem = null)
    {
        var tarefa = Tarefa.Da(o, tipo, texto);
        tarefa.PassarPara(quem ?? ana.Id);
        tarefa.Marcar(dia, hora);
        return tarefa;
    }

    private static Tarefa Marcada(Tarefa tarefa)
    {
        tarefa.Marcar(_hoje, null);
        return tarefa;
    }

    private static async Task<Guid> TarefaAsync(PessoaDeTeste ana, Oportunidade o, string texto, DateOnly? dia, TimeOnly? hora = null, TipoDeTarefa tipo = TipoDeTarefa.Outra, Guid? quem = null)
    {
        var tarefa = Nova(ana, o, texto, dia, hora, tipo, quem);
        await ana.Organizacao.SalvarAsync(tarefa);
        return tarefa.Id;
    }

    private static Task<Tarefa> LerAsync(PessoaDeTeste ana, Guid id) => ana.Organizacao.ComDbAsync(db => db.Tarefas.AsNoTracking().SingleAsync(t => t.Id == id));

    private static async Task<List<string>> TextosAsync(ClienteDeTeste cliente, string consulta, string onde = "/tarefas") =>
        [.. (await cliente.PaginaAsync(onde + consulta)).QuerySelectorAll(".tarefa__texto").Select(t => t.TextContent)];

    private async Task<(PessoaDeTeste Ana, Oportunidade Oportunidade)> CenaAsync()
    {
        var ana = await (await app.CriarOrganizacaoAsync()).PessoaAsync();
        return (ana, (await FunilDeTeste.CriarAsync(ana, 1)).Oportunidades[0]);
    }
}
