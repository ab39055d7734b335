using System.Text.RegularExpressions;
using CrmVoip.E2ETests.Infra;
using CrmVoip.E2ETests.Pages;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CrmVoip.E2ETests.Journeys;

/// <summary>What somebody sees while the server takes its time.</summary>
public sealed partial class WaitingTests(Ambiente ambiente) : Jornada(ambiente)
{
    [Fact]
    public Task The_dialog_and_its_tabs_show_what_will_come() => ComProvasAsync(async () =>
    {
        var (sessao, quadro) = await EntrarAsync(Pessoa.Ana);
        var pagina = sessao.Pagina;
        var detalhes = new DetalhesPagina(pagina);
        var espera = detalhes.Dialogo.GetByRole(AriaRole.Heading, new() { Name = "Carregando…" });

        var represa = await Represa.ErguerAsync(pagina, Detalhe());
        var cartao = pagina.GetByRole(AriaRole.Article).Filter(new() { Has = quadro.BotaoDeLigar(Cliente.Atende) }).GetByRole(AriaRole.Link);
        await cartao.ClickAsync();
        await Expect(espera).ToBeVisibleAsync();
        await Expect(espera).ToBeFocusedAsync();
        await Expect(detalhes.Dialogo).ToHaveAttributeAsync("aria-busy", "true");
        var largura = (await detalhes.Dialogo.BoundingBoxAsync())!.Width;
        represa.Abrir();
        await detalhes.EsperarAsync();
        await Expect(espera).ToHaveCountAsync(0);
        await Expect(detalhes.Dialogo).Not.ToHaveAttributeAsync("aria-busy", "true");
        Assert.Equal(largura, (await detalhes.Dialogo.BoundingBoxAsync())!.Width);

        foreach (var (aba, endereco, carregando) in new[] { ("Ligações", Ligacoes(), "Carregando ligações…"), ("Histórico", Historico(), "Carregando histórico…") })
        {
            represa = await Represa.ErguerAsync(pagina, endereco);
            await detalhes.AbrirAbaAsync(aba);
            await Expect(detalhes.Painel).ToHaveAttributeAsync("aria-busy", "true");
            await Expect(detalhes.Painel.Locator(".esqueleto").Filter(new() { HasText = carregando })).ToHaveCSSAsync("opacity", "1");
            represa.Abrir();
            await Expect(detalhes.Painel.Locator(".esqueleto:visible")).ToHaveCountAsync(0);
            await Expect(detalhes.Painel).Not.ToHaveAttributeAsync("aria-busy", "true");
        }

        await detalhes.FecharAsync();
    });

    [Fact]
    public Task A_dialog_that_is_closed_while_it_waits_stays_closed() => ComProvasAsync(async () =>
    {
        var (sessao, _) = await EntrarAsync(Pessoa.Ana);
        var pagina = sessao.Pagina;
        await Represa.ErguerAsync(pagina, Criar());
        await pagina.GetByRole(AriaRole.Link, new() { Name = "Nova oportunidade" }).ClickAsync();
        await Expect(pagina.GetByRole(AriaRole.Heading, new() { Name = "Carregando…" })).ToBeVisibleAsync();
        await pagina.Keyboard.PressAsync("Escape");

        // The answer is still held back: only giving up ends the request.
        await Expect(pagina.Locator("#modal")).Not.ToHaveAttributeAsync("aria-busy", "true");
        await Expect(pagina.GetByRole(AriaRole.Dialog)).ToBeHiddenAsync();
        await Expect(pagina.GetByRole(AriaRole.Link, new() { Name = "Nova oportunidade" })).ToBeFocusedAsync();
    });

    [Fact]
    public Task The_board_shows_its_columns_before_it_comes_and_keeps_its_cards_in_place_under_a_filter() => ComProvasAsync(async () =>
    {
        var (sessao, quadro) = await EntrarAsync(Pessoa.Ana);
        var pagina = sessao.Pagina;
        var cartoes = pagina.Locator(".quadro[data-esperando] .cartao");
        var antes = await pagina.GetByRole(AriaRole.Article).First.BoundingBoxAsync();

        var represa = await Represa.ErguerAsync(pagina, Filtrado());
        await pagina.GetByLabel("Paradas há mais de 14 dias").CheckAsync();
        await Expect(cartoes.First).ToBeVisibleAsync();
        await Expect(cartoes.First.GetByRole(AriaRole.Link)).ToHaveCountAsync(0);
        var durante = await cartoes.First.BoundingBoxAsync();
        Assert.Equal((antes!.X, antes.Y, antes.Height), (durante!.X, durante.Y, durante.Height));
        await Expect(pagina.Locator("#funil")).ToHaveAttributeAsync("aria-busy", "true");
        represa.Abrir();
        await Expect(cartoes).ToHaveCountAsync(0);
        await Expect(pagina.Locator("#funil")).Not.ToHaveAttributeAsync("aria-busy", "true");

        await pagina.GetByRole(AriaRole.Navigation).GetByRole(AriaRole.Link, new() { Name = "Meu ramal" }).ClickAsync();
        await Expect(pagina.GetByRole(AriaRole.Heading, new() { Name = "Meu ramal", Level = 1 })).ToBeVisibleAsync();
        represa = await Represa.ErguerAsync(pagina, Funil());
        await pagina.GetByRole(AriaRole.Navigation).GetByRole(AriaRole.Link, new() { Name = "Funil", Exact = true }).ClickAsync();
        var espera = pagina.Locator(".espera");
        await Expect(espera.Locator(".coluna").First).ToBeVisibleAsync();
        await Expect(pagina.Locator("#conteudo")).ToHaveAttributeAsync("aria-busy", "true");
        var coluna = await espera.Locator(".coluna").First.BoundingBoxAsync();
        represa.Abrir();
        await quadro.EsperarAsync();
        await Expect(espera).ToHaveCountAsync(0);
        var chegou = await pagina.Locator("#quadro .coluna").First.BoundingBoxAsync();
        Assert.Equal((coluna!.X, coluna.Y, coluna.Width), (chegou!.X, chegou.Y, chegou.Width));
    });

    [GeneratedRegex("/oportunidades/[0-9a-f-]{36}$")]
    private static partial Regex Detalhe();

    [GeneratedRegex("/oportunidades/[0-9a-f-]{36}/ligacoes$")]
    private static partial Regex Ligacoes();

    [GeneratedRegex("/oportunidades/[0-9a-f-]{36}/historico$")]
    private static partial Regex Historico();

    [GeneratedRegex("/oportunidades/criar$")]
    private static partial Regex Criar();

    [GeneratedRegex(@"/oportunidades\?.*parada=true")]
    private static partial Regex Filtrado();

    [GeneratedRegex("/oportunidades$")]
    private static partial Regex Funil();
}
