using System.Net;
using CrmVoip.Domain;
using CrmVoip.Features.Vendas.Oportunidades;
using CrmVoip.Features.Vendas.Tarefas;
using CrmVoip.IntegrationTests.Features.Vendas.Oportunidades;
using CrmVoip.IntegrationTests.Infra;
using CrmVoip.IntegrationTests.Isolation;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.IntegrationTests.Features.Vendas.Tarefas;

/// <summary>The next step of a deal is the first of its open tasks, from whichever of the two it is changed.</summary>
[Collection(AplicacaoFixture.Colecao)]
public sealed class ProximoPassoTests(AplicacaoFixture app)
{
    private static readonly DateOnly _dia = new(2030, 12, 2);

    [Fact]
    public async Task Next_step_typed_in_the_deal_is_a_task_of_who_has_it()
    {
        var (ana, o) = await CenaAsync();
        using var cliente = await ana.EntrarAsync();

        await PassoAsync(cliente, ana, o, ("ProximoPasso", "Enviar proposta"), ("ProximoPassoEm", "02/12/2030"));

        var tarefa = Assert.Single(await TarefasAsync(ana));
        Assert.Equal((TipoDeTarefa.Outra, "Enviar proposta", _dia, null, ana.Id), (tarefa.Tipo, tarefa.Texto, tarefa.Dia, tarefa.Hora, tarefa.ResponsavelId));
        Assert.Equal(("Enviar proposta", _dia), await MostradoAsync(ana));
        Assert.Contains("Alterou o próximo passo", (await cliente.PaginaAsync($"/oportunidades/{o.Id}/historico")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Day_without_words_is_a_task_called_next_step_and_the_card_shows_the_day_alone()
    {
        var (ana, o) = await CenaAsync();
        using var cliente = await ana.EntrarAsync();

        await PassoAsync(cliente, ana, o, ("ProximoPassoEm", "02/12/2030"));

        Assert.Equal("Próximo passo", Assert.Single(await TarefasAsync(ana)).Texto);
        Assert.Equal((null, _dia), await MostradoAsync(ana));
    }

    [Fact]
    public async Task Changed_next_step_changes_the_same_task_and_keeps_its_kind_its_hour_and_its_person()
    {
        var (ana, o) = await CenaAsync();
        var bruno = await ana.Organizacao.PessoaAsync();
        using var cliente = await ana.EntrarAsync();
        await CriarAsync(cliente, o, bruno, "Visita", "02/12/2030", "Reuniao", "15h30");

        await PassoAsync(cliente, ana, o, ("ProximoPasso", "Visita ao telhado"), ("ProximoPassoEm", "03/12/2030"), ("Antes[ProximoPasso]", "Visita"), ("Antes[ProximoPassoEm]", "02/12/2030"));

        var tarefa = Assert.Single(await TarefasAsync(ana));
        Assert.Equal((TipoDeTarefa.Reuniao, "Visita ao telhado", _dia.AddDays(1), new TimeOnly(15, 30), bruno.Id), (tarefa.Tipo, tarefa.Texto, tarefa.Dia, tarefa.Hora, tarefa.ResponsavelId));
    }

    [Fact]
    public async Task Cleared_next_step_is_no_task_any_more_and_the_next_one_follows()
    {
        var (ana, o) = await CenaAsync();
        using var cliente = await ana.EntrarAsync();
        await CriarAsync(cliente, o, ana, "Enviar proposta", "02/12/2030");
        await CriarAsync(cliente, o, ana, "Ligar de novo", "05/12/2030");

        await PassoAsync(cliente, ana, o, ("ProximoPasso", ""), ("ProximoPassoEm", ""), ("Antes[ProximoPasso]", "Enviar proposta"), ("Antes[ProximoPassoEm]", "02/12/2030"));

        Assert.Equal("Ligar de novo", Assert.Single(await TarefasAsync(ana)).Texto);
        Assert.Equal(("Ligar de novo", _dia.AddDays(3)), await MostradoAsync(ana));
    }

    [Fact]
    public async Task Next_step_put_behind_another_task_says_which_one_comes_first_now()
    {
        var (ana, o) = await CenaAsync();
        using var cliente = await ana.EntrarAsync();
        await CriarAsync(cliente, o, ana, "Enviar proposta", "02/12/2030");
        await CriarAsync(cliente, o, ana, "Ligar de novo", "05/12/2030");

        var antes = await PassoAsync(cliente, ana, o, ("ProximoPasso", "Enviar proposta"), ("ProximoPassoEm", "04/12/2030"), ("Antes[ProximoPassoEm]", "02/12/2030"));
        var depois = await PassoAsync(cliente, ana, o, ("ProximoPasso", "Enviar proposta"), ("ProximoPassoEm", "09/12/2030"), ("Antes[ProximoPassoEm]", "04/12/2030"));

        Assert.DoesNotContain("O próximo passo agora é", antes, StringComparison.Ordinal);
        Assert.Contains("Salvo. O próximo passo agora é: 05/12/2030 · Ligar de novo", depois, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Earliest_open_task_is_the_next_step_whatever_is_made_done_or_put_off()
    {
        var (ana, o) = await CenaAsync();
        using var cliente = await ana.EntrarAsync();
        await CriarAsync(cliente, o, ana, "Depois", "05/12/2030");
        await CriarAsync(cliente, o, ana, "Sem dia", "");
        await CriarAsync(cliente, o, ana, "Antes", "02/12/2030");
        Assert.Equal(("Antes", _dia), await MostradoAsync(ana));
        var antes = (await TarefasAsync(ana)).Single(t => t.Texto == "Antes").Id;

        await cliente.FormAsync($"/tarefas/{antes}/concluir");
        Assert.Equal(("Depois", _dia.AddDays(3)), await MostradoAsync(ana));
        await cliente.FormAsync($"/tarefas/{antes}/reabrir");
        Assert.Equal(("Antes", _dia), await MostradoAsync(ana));
        await cliente.FormAsync($"/tarefas/{antes}/adiar", ("quando", "segunda"));
        Assert.Equal(("Depois", _dia.AddDays(3)), await MostradoAsync(ana));
        await cliente.FormAsync($"/tarefas/{antes}/excluir");
        foreach (var tarefa in (await TarefasAsync(ana)).Where(t => t.Aberta))
        {
            await cliente.FormAsync($"/tarefas/{tarefa.Id}/concluir");
        }

        Assert.Equal((null, null), await MostradoAsync(ana));
    }

    [Fact]
    public async Task Task_that_is_done_stays_done_when_another_next_step_is_typed()
    {
        var (ana, o) = await CenaAsync();
        using var cliente = await ana.EntrarAsync();
        await PassoAsync(cliente, ana, o, ("ProximoPasso", "Enviar proposta"));
        await cliente.FormAsync($"/tarefas/{(await TarefasAsync(ana)).Single().Id}/concluir");

        await PassoAsync(cliente, ana, o, ("ProximoPasso", "Enviar proposta"), ("Antes[ProximoPasso]", ""));

        Assert.Equal([false, true], (await TarefasAsync(ana)).Select(t => t.Aberta).Order());
        Assert.Equal(("Enviar proposta", null), await MostradoAsync(ana));
    }

    [Fact]
    public async Task Deal_that_goes_to_somebody_else_takes_the_tasks_of_who_had_it_along()
    {
        var (ana, o) = await CenaAsync();
        var (bruno, rita) = (await ana.Organizacao.PessoaAsync(), await ana.Organizacao.PessoaAsync());
        using var cliente = await ana.EntrarAsync();
        await CriarAsync(cliente, o, ana, "Da Ana", "02/12/2030");
        await CriarAsync(cliente, o, rita, "Da Rita", "03/12/2030");

        await cliente.FormAsync($"/oportunidades/{o.Id}/resumo", ("Titulo", "Usina 1"), ("Valor", "1"), ("ResponsavelId", $"{bruno.Id}"), ("Antes[ResponsavelId]", $"{ana.Id}"));

        Assert.Equal([("Da Ana", bruno.Id), ("Da Rita", rita.Id)], (await TarefasAsync(ana)).Select(t => (t.Texto, t.ResponsavelId)));
    }

    [Fact]
    public async Task Tasks_of_somebody_whose_access_ended_go_to_the_successor_with_the_deals_and_without()
    {
        var (ana, o) = await CenaAsync();
        var (bruno, admin) = (await ana.Organizacao.PessoaAsync(), await ana.Organizacao.PessoaAsync(Papel.Administrador));
        using var cliente = await admin.EntrarAsync();
        await CriarAsync(cliente, o, ana, "Da oportunidade", "02/12/2030");
        await cliente.FormAsync("/tarefas/criar", ("Tipo", "Ligacao"), ("Texto", "Do contato"), ("Dia", "03/12/2030"), ("ResponsavelId", $"{ana.Id}"), ("ContatoId", $"{o.ContatoId}"));

        await cliente.FormAsync($"/membros/{ana.Id}/desativar", ("Sucessor", $"{bruno.Id}"));
        await ana.Organizacao.ComServicoAsync<PassarCarteira>(p => p.ExecutarAsync(ana.Id, 1, CancellationToken.None));

        Assert.Equal([bruno.Id, bruno.Id], (await TarefasAsync(ana)).Select(t => t.ResponsavelId));
    }

    [Fact]
    public async Task Deals_of_the_version_before_get_their_tasks_once_and_closed_ones_when_they_are_opened_again()
    {
        var (ana, _) = await CenaAsync(3);
        var organizacao = ana.Organizacao.Id;
        foreach (var (titulo, passo, dia, situacao) in new[] { ("Usina 1", "'Enviar proposta'", "'2030-12-02'", "aberta"), ("Usina 2", "null", "'2030-12-03'", "aberta"), ("Usina 3", "'Tarde demais'", "null", "perdida") })
        {
            await app.Banco.ExecutarAsync(
                $"update oportunidades set proximo_passo = {passo}, proximo_passo_em = {dia}, situacao = '{situacao}', tarefas_prontas = false where organizacao_id = '{organizacao}' and titulo = '{titulo}'");
        }

        for (var vez = 0; vez < 2; vez++)
        {
            await ana.Organizacao.ComServicoAsync<PreencherTarefas>(p => p.TudoAsync(CancellationToken.None));
        }

        Assert.Equal([("Enviar proposta", _dia), ("Próximo passo", _dia.AddDays(1))], (await TarefasAsync(ana)).Select(t => (t.Texto, t.Dia!.Value)));
        Assert.Equal([("Enviar proposta", "02/12/2030"), (null, "03/12/2030"), ("Tarde demais", null)], await PassosAsync(ana));
        using var cliente = await ana.EntrarAsync();
        var perdida = await ana.Organizacao.ComDbAsync(db => db.Oportunidades.Where(o => o.Titulo == "Usina 3").Select(o => o.Id).SingleAsync());
        await cliente.FormAsync($"/oportunidades/{perdida}/reabrir");
        await ana.Organizacao.ComServicoAsync<PreencherTarefas>(p => p.TudoAsync(CancellationToken.None));
        Assert.Equal(3, (await TarefasAsync(ana)).Count);
    }

    [Fact]
    public async Task Next_step_of_the_version_before_that_is_cleared_before_it_is_a_task_becomes_none()
    {
        var (ana, o) = await CenaAsync();
        using var cliente = await ana.EntrarAsync();
        await app.Banco.ExecutarAsync($"update oportunidades set proximo_passo = 'Visita', tarefas_prontas = false where id = '{o.Id}'");

        await PassoAsync(cliente, ana, o, ("ProximoPasso", ""), ("Antes[ProximoPasso]", "Visita"));

        Assert.Empty(await TarefasAsync(ana));
        Assert.Equal((null, null), await MostradoAsync(ana));
        Assert.True(await ana.Organizacao.ComDbAsync(db => db.Oportunidades.Select(p => p.TarefasProntas).SingleAsync()));
    }

    [Fact]
    public async Task Tasks_of_one_deal_that_many_do_at_once_leave_the_next_step_right()
    {
        var (ana, o) = await CenaAsync();
        using var cliente = await ana.EntrarAsync();
        for (var i = 0; i < 6; i++)
        {
            await CriarAsync(cliente, o, ana, $"Tarefa {i}", $"0{i + 1}/12/2030");
        }

        var ids = (await TarefasAsync(ana)).ConvertAll(t => t.Id);
        var clientes = await Task.WhenAll(ids[..5].Select(_ => ana.EntrarAsync()));
        await Task.WhenAll(clientes.Zip(ids, (c, id) => c.FormAsync($"/tarefas/{id}/concluir")));

        Assert.Equal(("Tarefa 5", _dia.AddDays(4)), await MostradoAsync(ana));
        clientes.ToList().ForEach(c => c.Dispose());
    }

    private static async Task<string> PassoAsync(ClienteDeTeste cliente, PessoaDeTeste ana, Oportunidade o, params (string Campo, string Valor)[] campos)
    {
        (string, string?)[] antes = [.. campos.Where(c => !c.Campo.StartsWith("Antes", StringComparison.Ordinal) && !campos.Any(d => d.Campo == $"Antes[{c.Campo}]")).Select(c => ($"Antes[{c.Campo}]", (string?)""))];
        var resposta = await cliente.FormAsync(
            $"/oportunidades/{o.Id}/resumo", [("Titulo", o.Titulo), ("Valor", "1.000,50"), ("ResponsavelId", $"{ana.Id}"), .. campos.Select(c => (c.Campo, (string?)c.Valor)), .. antes]);
        Assert.Equal(HttpStatusCode.OK, resposta.StatusCode);
        return WebUtility.HtmlDecode(await resposta.Content.ReadAsStringAsync());
    }

    private static async Task CriarAsync(ClienteDeTeste cliente, Oportunidade o, PessoaDeTeste quem, string texto, string dia, string tipo = "Outra", string hora = "")
    {
        var resposta = await cliente.FormAsync(
            "/tarefas/criar", ("Tipo", tipo), ("Texto", texto), ("Dia", dia), ("Hora", hora), ("ResponsavelId", $"{quem.Id}"), ("OportunidadeId", $"{o.Id}"));
        Assert.Equal(HttpStatusCode.Redirect, resposta.StatusCode);
    }

    private static Task<List<Tarefa>> TarefasAsync(PessoaDeTeste ana) => ana.Organizacao.ComDbAsync(db => db.Tarefas.AsNoTracking().OrderBy(t => t.Prazo).ThenBy(t => t.Id).ToListAsync());

    private static async Task<(string?, DateOnly?)> MostradoAsync(PessoaDeTeste ana)
    {
        var o = await ana.Organizacao.ComDbAsync(db => db.Oportunidades.AsNoTracking().SingleAsync());
        return (o.ProximoPasso, o.ProximoPassoEm);
    }

    private static async Task<List<(string?, string?)>> PassosAsync(PessoaDeTeste ana) =>
        (await ana.Organizacao.ComDbAsync(db => db.Oportunidades.AsNoTracking().OrderBy(o => o.Titulo).ToListAsync())).ConvertAll(o => (o.ProximoPasso, o.ProximoPassoEm?.ToString("dd/MM/yyyy", System.Globalization.CultureInfo.InvariantCulture)));

    private async Task<(PessoaDeTeste Ana, Oportunidade Oportunidade)> CenaAsync(int quantas = 1)
    {
        var ana = await (await app.CriarOrganizacaoAsync()).PessoaAsync();
        return (ana, (await FunilDeTeste.CriarAsync(ana, quantas)).Oportunidades[0]);
    }
}
