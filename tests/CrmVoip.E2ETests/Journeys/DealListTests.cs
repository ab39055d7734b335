using CrmVoip.E2ETests.Infra;
using CrmVoip.E2ETests.Pages;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CrmVoip.E2ETests.Journeys;

/// <summary>/oportunidades/lista: from the board and back, and many deals at once.</summary>
public sealed class DealListTests(Ambiente ambiente) : Jornada(ambiente)
{
    [Fact]
    public Task Three_are_chosen_by_the_keyboard_moved_at_once_and_taken_back() => ComProvasAsync(async () =>
    {
        var (sessao, _) = await EntrarAsync(Pessoa.Ana);
        var pagina = sessao.Pagina;
        await pagina.GotoAsync("/oportunidades?parada=true");
        await pagina.GetByRole(AriaRole.Link, new() { Name = "Lista", Exact = true }).ClickAsync();
        await Expect(pagina.Locator("#filtro-parada")).ToBeCheckedAsync();
        await pagina.Locator("#filtro-parada").UncheckAsync();
        await pagina.Locator("#filtro-ordem").SelectOptionAsync("valor");
        await Expect(pagina).ToHaveURLAsync(new System.Text.RegularExpressions.Regex(@"/oportunidades/lista\?ordem=valor$"));

        var linhas = pagina.Locator("#lista-linhas tr:has(.lista__etapa:not(:text('Fechamento')))");
        var titulos = await linhas.Locator(".lista__titulo").AllTextContentsAsync();
        var ids = (await linhas.Locator("[data-marca]").EvaluateAllAsync<string[]>("caixas => caixas.map(c => c.value)"))[..3];
        await AccessibilityTests.SemBarreirasAsync(pagina, "list of deals");
        var etapas = await EtapasAsync();

        await Marca(ids[0]).FocusAsync();
        await pagina.Keyboard.PressAsync("Space");
        foreach (var id in ids[1..])
        {
            await Marca(id).FocusAsync();
            await pagina.Keyboard.PressAsync("Space");
        }

        await Expect(pagina.Locator(".lote__quantas")).ToHaveTextAsync("3 selecionadas");
        await AccessibilityTests.SemBarreirasAsync(pagina, "deals of the list that are chosen");
        await pagina.GetByRole(AriaRole.Button, new() { Name = "Mover para etapa" }).PressAsync("Enter");
        await pagina.Locator("#lote-mover").GetByRole(AriaRole.Button, new() { Name = "Fechamento" }).PressAsync("Enter");

        await Expect(pagina.Locator("#avisos")).ToContainTextAsync("3 movidas para Fechamento.");
        await Expect(pagina.Locator(".lote__quantas")).ToBeHiddenAsync();
        foreach (var id in ids)
        {
            await Expect(Etapa(id)).ToContainTextAsync("Fechamento");
        }

        await pagina.Locator("#avisos").GetByRole(AriaRole.Button, new() { Name = "Desfazer" }).ClickAsync();
        await Expect(pagina.Locator("#avisos")).ToContainTextAsync("Desfeito.");
        await Expect(Etapa(ids[0])).Not.ToContainTextAsync("Fechamento");
        Assert.Equal(etapas, await EtapasAsync());
        Assert.True(titulos.Count >= 3);

        ILocator Marca(string id) => pagina.Locator($"[id='marca-{id}']");
        ILocator Etapa(string id) => pagina.Locator($"[id='linha-{id}'] .lista__etapa");
        async Task<string[]> EtapasAsync() => await Task.WhenAll(ids.Select(async id => (await Etapa(id).InnerTextAsync()).Trim()));
    });

    [Fact]
    public Task Shift_takes_all_between_two_boxes_and_a_deal_opens_over_the_list() => ComProvasAsync(async () =>
    {
        var (sessao, _) = await EntrarAsync(Pessoa.Ana);
        var pagina = sessao.Pagina;
        await pagina.GotoAsync("/oportunidades/lista");
        var caixas = pagina.Locator("#lista-linhas [data-marca]");
        await caixas.Nth(1).ClickAsync();
        await caixas.Nth(4).ClickAsync(new() { Modifiers = [KeyboardModifier.Shift] });
        await Expect(pagina.Locator(".lote__quantas")).ToHaveTextAsync("4 selecionadas");
        await caixas.Nth(4).FocusAsync();
        await pagina.Keyboard.PressAsync("Shift+ArrowDown");
        await Expect(pagina.Locator(".lote__quantas")).ToHaveTextAsync("5 selecionadas");

        var titulo = pagina.Locator(".lista__titulo").First;
        await titulo.ClickAsync();
        await Expect(pagina.Locator("#modal")).ToBeVisibleAsync();
        await pagina.Keyboard.PressAsync("Escape");
        await Expect(titulo).ToBeFocusedAsync();
        await Expect(pagina.Locator(".lote__quantas")).ToHaveTextAsync("5 selecionadas");

        await pagina.GetByRole(AriaRole.Button, new() { Name = "Ligar em sequência" }).ClickAsync();
        var sequencia = new JanelaDeLigacao(pagina).Janela.GetByRole(AriaRole.Group, new() { Name = "Ligar em sequência" });
        await Expect(sequencia).ToContainTextAsync("Próxima (1 de ");
        await sequencia.GetByRole(AriaRole.Button, new() { Name = "Parar" }).ClickAsync();

        await pagina.GetByRole(AriaRole.Button, new() { Name = "Limpar seleção" }).ClickAsync();
        await Expect(pagina.Locator(".lote__quantas")).ToBeHiddenAsync();
    });
}
