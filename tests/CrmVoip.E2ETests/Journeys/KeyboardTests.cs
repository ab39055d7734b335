using CrmVoip.E2ETests.Infra;
using CrmVoip.E2ETests.Pages;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CrmVoip.E2ETests.Journeys;

/// <summary>The board without a mouse, and the shortcuts of one key.</summary>
public sealed class KeyboardTests(Ambiente ambiente) : Jornada(ambiente)
{
    [Fact]
    public Task The_board_is_walked_and_a_card_called_moved_and_found_by_keyboard_alone() => ComProvasAsync(async () =>
    {
        var (sessao, quadro) = await EntrarAsync(Pessoa.Bruno);
        var (pagina, teclas) = (sessao.Pagina, sessao.Pagina.Keyboard);
        ILocator Cartoes(string etapa) => quadro.Coluna(etapa).GetByRole(AriaRole.Article);
        ILocator Link(string etapa, int n) => Cartoes(etapa).Nth(n).GetByRole(AriaRole.Link);

        await pagina.Locator("#quadro").FocusAsync();
        await teclas.PressAsync("Tab");
        await Expect(Link("Novo", 0)).ToBeFocusedAsync();
        await teclas.PressAsync("ArrowDown");
        await Expect(Link("Novo", 1)).ToBeFocusedAsync();
        await teclas.PressAsync("Tab");
        await Expect(Cartoes("Novo").Nth(1).Locator("button:focus")).ToHaveCountAsync(1);
        await teclas.PressAsync("ArrowRight");
        await Expect(Cartoes("Contato feito").Locator("h3 a:focus")).ToHaveCountAsync(1);
        await teclas.PressAsync("Shift+Tab");
        await Expect(Link("Novo", 1)).ToBeFocusedAsync();
        await teclas.PressAsync("Home");
        await Expect(Link("Novo", 0)).ToBeFocusedAsync();

        var href = await Link("Novo", 0).GetAttributeAsync("href");
        await teclas.PressAsync("m");
        await teclas.PressAsync("q");
        await Expect(pagina.GetByRole(AriaRole.Menuitem, new() { Name = "Mover para Qualificação" })).ToBeFocusedAsync();
        await teclas.PressAsync("Enter");
        await Expect(quadro.Coluna("Qualificação").Locator($"a[href='{href}']")).ToBeFocusedAsync();
        await teclas.PressAsync("m");
        await teclas.PressAsync("n");
        await teclas.PressAsync("Enter");
        await Expect(Link("Novo", 0)).ToBeFocusedAsync();
        await Expect(Link("Novo", 0)).ToHaveAttributeAsync("href", href!);

        await teclas.PressAsync("n");
        var dialogo = pagina.GetByRole(AriaRole.Dialog);
        await Expect(dialogo.GetByLabel("Título")).ToBeVisibleAsync();
        await teclas.PressAsync("Escape");
        await Expect(Link("Novo", 0)).ToBeFocusedAsync();
        await teclas.PressAsync("/");
        var busca = pagina.GetByRole(AriaRole.Searchbox, new() { Name = "Buscar no funil" });
        await Expect(busca).ToBeFocusedAsync();
        await teclas.TypeAsync("n/?l");
        await Expect(busca).ToHaveValueAsync("n/?l");
        Assert.Empty(sessao.Queixas);
    });

    [Fact]
    public Task The_sheet_tells_the_shortcuts_which_axe_finds_no_barrier_in_and_switches_them_off() => ComProvasAsync(async () =>
    {
        var (sessao, quadro) = await EntrarAsync(Pessoa.Ana);
        var pagina = sessao.Pagina;
        var folha = pagina.GetByRole(AriaRole.Dialog, new() { Name = "Atalhos do teclado" });
        await pagina.Keyboard.PressAsync("?");
        await Expect(folha.GetByText("Primeiro, último cartão da etapa")).ToBeVisibleAsync();
        await AccessibilityTests.SemBarreirasAsync(pagina, "sheet of the shortcuts");
        await folha.GetByLabel("Usar atalhos de uma tecla").UncheckAsync();
        await pagina.Keyboard.PressAsync("Escape");
        await Expect(folha).ToBeHiddenAsync();

        await QuadroAsync(pagina);
        await pagina.Keyboard.PressAsync("n");
        await pagina.Keyboard.PressAsync("?");
        await pagina.GetByRole(AriaRole.Banner).GetByRole(AriaRole.Button, new() { Name = "Conta de" }).ClickAsync();
        await pagina.GetByRole(AriaRole.Button, new() { Name = "Atalhos do teclado" }).ClickAsync();
        await Expect(folha.GetByLabel("Usar atalhos de uma tecla")).Not.ToBeCheckedAsync();
        await Expect(pagina.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(1);
        await folha.GetByLabel("Usar atalhos de uma tecla").CheckAsync();
        await folha.GetByRole(AriaRole.Button, new() { Name = "Fechar" }).ClickAsync();

        await pagina.GotoAsync("/contatos");
        await pagina.Keyboard.PressAsync("n");
        await Expect(pagina.GetByRole(AriaRole.Heading, new() { Name = "Novo contato" })).ToBeVisibleAsync();
        Assert.Empty(sessao.Queixas);
    });

    [Fact]
    public Task L_calls_whom_the_card_is_about() => ComProvasAsync(async () =>
    {
        var (_, quadro) = await EntrarAsync(Pessoa.Ana);
        await quadro.BotaoDeLigar(Cliente.Atende).FocusAsync();
        await quadro.Pagina.Keyboard.PressAsync("l");
        await quadro.Janela.EstaAsync("Em ligação");
        await Expect(quadro.Janela.Contato).ToHaveTextAsync(Cliente.Atende);
        await quadro.Janela.DesligarAsync();
    });
}
