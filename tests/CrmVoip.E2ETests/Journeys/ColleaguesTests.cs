using CrmVoip.E2ETests.Infra;
using CrmVoip.E2ETests.Pages;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CrmVoip.E2ETests.Journeys;

/// <summary>Words that colleagues leave each other. Bruno names Ana in a note.</summary>
public sealed class ColleaguesTests(Ambiente ambiente) : Jornada(ambiente)
{
    [Fact]
    public Task Who_is_named_in_a_note_hears_of_it_at_once_and_gets_there_by_the_bell() => ComProvasAsync(async () =>
    {
        var (deAna, _) = await EntrarAsync(Pessoa.Ana);
        var ana = deAna.Pagina;
        var sino = ana.GetByRole(AriaRole.Banner).GetByRole(AriaRole.Link, new() { Name = "Recados" });
        var naTela = ana.GetByRole(AriaRole.Heading, new() { Name = "Recados", Level = 1 });
        await sino.ClickAsync();
        await Expect(naTela).ToBeVisibleAsync();
        await Expect(sino).ToHaveAccessibleNameAsync("Recados");

        var (deBruno, quadro) = await EntrarAsync(Pessoa.Bruno);
        var detalhes = await quadro.AbrirAsync(Cliente.AtendeECai);
        await detalhes.AbrirAbaAsync("Histórico");
        var nota = detalhes.Painel.GetByLabel("Nova nota");
        var nomes = detalhes.Painel.GetByRole(AriaRole.Listbox, new() { Name = "Pessoas" });
        await nota.FocusAsync();
        await deBruno.Pagina.WaitForFunctionAsync("() => customElements.get('text-expander') !== undefined");
        await deBruno.Pagina.Keyboard.TypeAsync("Quer visita na quinta. @an");
        await Expect(nomes).ToBeVisibleAsync();
        Barreiras.Conferir("names offered", await deBruno.Pagina.BarreirasAsync("aria-required-children", "aria-valid-attr-value", "color-contrast"));
        await deBruno.Pagina.Keyboard.PressAsync("Escape");
        await Expect(nomes).ToHaveCountAsync(0);
        await Expect(detalhes.Dialogo).ToBeVisibleAsync();
        await nota.FillAsync("Quer visita na quinta. ");
        await deBruno.Pagina.Keyboard.TypeAsync("@bea");
        await Expect(nomes.GetByRole(AriaRole.Option)).ToHaveTextAsync("Ana Beatriz Moura");
        await deBruno.Pagina.Keyboard.PressAsync("Enter");
        await Expect(nota).ToHaveValueAsync("Quer visita na quinta. @Ana Beatriz Moura ");
        await deBruno.Pagina.Keyboard.TypeAsync("pode ir?");
        await detalhes.Painel.GetByRole(AriaRole.Button, new() { Name = "Salvar nota" }).ClickAsync();
        await Expect(detalhes.Painel.GetByText("@Ana Beatriz Moura pode ir?")).ToBeVisibleAsync();

        // She looks at the list: it comes into it, and the bell rings for as long as it takes to be seen.
        var recado = ana.GetByRole(AriaRole.Listitem).Filter(new() { HasText = "Quer visita na quinta. @Ana Beatriz Moura pode ir?" });
        await Expect(recado).ToContainTextAsync("Novo: Bruno Tavares citou você em");
        await Expect(sino).ToHaveAccessibleNameAsync("Recados");
        await AccessibilityTests.SemBarreirasAsync(ana, "words");
        await recado.GetByRole(AriaRole.Link).ClickAsync();
        await Expect(ana.GetByRole(AriaRole.Tab, new() { Name = "Histórico" })).ToBeVisibleAsync();

        await nota.FillAsync("@ana beatriz moura, ele confirmou.");
        await detalhes.Painel.GetByRole(AriaRole.Button, new() { Name = "Salvar nota" }).ClickAsync();
        await Expect(sino).ToHaveAccessibleNameAsync("Recados 1 novo");
        await Expect(ana.Locator("#voz")).ToHaveTextAsync("Recados: 1 novo.");
        await sino.ClickAsync();
        await Expect(naTela).ToBeVisibleAsync();
        await Expect(ana.GetByText("@ana beatriz moura, ele confirmou.")).ToBeVisibleAsync();
        await Expect(sino).ToHaveAccessibleNameAsync("Recados");
    });
}
