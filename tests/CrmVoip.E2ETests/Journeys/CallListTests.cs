using System.Text.RegularExpressions;
using CrmVoip.E2ETests.Infra;
using CrmVoip.E2ETests.Pages;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CrmVoip.E2ETests.Journeys;

/// <summary>/ligacoes: find, put right, call back.</summary>
public sealed class CallListTests(Ambiente ambiente) : Jornada(ambiente)
{
    [Fact]
    public Task Calls_of_today_are_one_click_away_an_outcome_is_put_right_by_two_and_its_row_calls_back() => ComProvasAsync(async () =>
    {
        var (sessao, quadro) = await EntrarAsync(Pessoa.Ana);
        var (janela, simulada) = await FalarAsync(quadro, "1001");
        await janela.DesligarAsync();
        await janela.Resultado("Não atendeu").CheckAsync();
        await janela.SalvarAsync();
        var linha = await ConciliadaAsync(Pessoa.Ana, simulada);

        var ligacoes = new LigacoesPagina(sessao.Pagina);
        await ligacoes.AbrirAsync();
        var dela = sessao.Pagina.Locator($"tr[data-ligacao-id='{linha.Id}']");
        await Expect(dela).ToContainTextAsync("Atendida");
        await Expect(dela).ToContainTextAsync("(11) 96000-0001");

        await LigacoesPagina.Corrigir(dela).ClickAsync();
        await LigacoesPagina.Resultado(dela, "Conversa relevante").ClickAsync();
        await Expect(dela.GetByText("Salvo", new() { Exact = true })).ToBeVisibleAsync();
        Assert.Equal("Conversa relevante", (await Ambiente.Banco.UnicaAsync(Pessoa.Ana, Inicio, "the outcome is corrected", l => l.Resultado == "Conversa relevante")).Resultado);
        await sessao.Pagina.Keyboard.PressAsync("Escape");
        await Expect(LigacoesPagina.Corrigir(dela)).ToBeFocusedAsync();

        await dela.GetByRole(AriaRole.Button, new() { Name = "Ligar para" }).ClickAsync();
        await janela.EstaAsync("Em ligação");
        await janela.DesligarAsync();
        Assert.Empty(sessao.Queixas);
    });

    [Fact]
    public Task Filters_stand_in_the_address_and_a_figure_leads_to_its_calls() => ComProvasAsync(async () =>
    {
        var (sessao, _) = await EntrarAsync(Pessoa.Admin);
        var ligacoes = new LigacoesPagina(sessao.Pagina);
        await ligacoes.AbrirAsync();

        await ligacoes.Filtro("Período").FocusAsync();
        await ligacoes.Filtro("Período").SelectOptionAsync("7 dias");
        await Expect(sessao.Pagina).ToHaveURLAsync(new Regex("Periodo=7dias"));
        await Expect(ligacoes.Linhas.Nth(20)).ToBeVisibleAsync();
        await Expect(ligacoes.Filtro("Período")).ToBeFocusedAsync();

        await ligacoes.Numero("Relevantes").ClickAsync();
        await Expect(ligacoes.Filtro("Resultado")).ToHaveValueAsync("relevante");
        await Expect(ligacoes.Linhas.Filter(new() { HasNotText = "Conversa relevante" })).ToHaveCountAsync(0);
        await Expect(ligacoes.Linhas.First).ToBeVisibleAsync();

        await sessao.Pagina.GetByText("Por pessoa e por hora").ClickAsync();
        await Expect(sessao.Pagina.GetByRole(AriaRole.Table, new() { Name = "Números por pessoa" }).GetByRole(AriaRole.Rowheader, new() { Name = "Ana Beatriz Moura" })).ToBeVisibleAsync();

        await sessao.Pagina.GotoAsync("/ligacoes?Numero=99998888");
        await Expect(sessao.Pagina.GetByText("Nenhuma ligação com estes filtros")).ToBeVisibleAsync();
    });
}
