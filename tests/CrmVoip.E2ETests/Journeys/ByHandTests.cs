using CrmVoip.E2ETests.Infra;
using CrmVoip.E2ETests.Pages;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CrmVoip.E2ETests.Journeys;

/// <summary>A call made on another telephone is written down in the tab *Ligações*.</summary>
public sealed class ByHandTests(Ambiente ambiente) : Jornada(ambiente)
{
    [Fact]
    public Task A_call_of_another_telephone_is_written_down_and_what_is_refused_is_not_lost() => ComProvasAsync(async () =>
    {
        var (sessao, quadro) = await EntrarAsync(Pessoa.Ana);
        var detalhes = await quadro.AbrirAsync(Cliente.Atende);
        await detalhes.AbrirAbaAsync("Ligações");
        await detalhes.Painel.GetByText("Registrar ligação").ClickAsync();
        await Expect(detalhes.Painel.GetByLabel("Número", new() { Exact = true })).ToBeVisibleAsync();
        await Expect(detalhes.Painel.GetByLabel("Outro número")).ToBeHiddenAsync();
        await AccessibilityTests.SemBarreirasAsync(sessao.Pagina, "call written by hand");

        await detalhes.Painel.GetByLabel("Hora").FillAsync("25h");
        await detalhes.Painel.GetByLabel("Minutos de conversa").FillAsync("12");
        await detalhes.Painel.Locator("#Nota").FillAsync("Pelo celular, na rua.");
        await detalhes.Painel.GetByRole(AriaRole.Button, new() { Name = "Salvar ligação" }).ClickAsync();
        await Expect(detalhes.Painel.GetByLabel("Hora")).ToBeFocusedAsync();
        await AccessibilityTests.SemBarreirasAsync(sessao.Pagina, "call written by hand, refused");
        await Expect(detalhes.Painel.Locator("#Nota")).ToHaveValueAsync("Pelo celular, na rua.");

        await detalhes.Painel.GetByLabel("Hora").FillAsync("00:01");
        await detalhes.Painel.GetByRole(AriaRole.Button, new() { Name = "Salvar ligação" }).ClickAsync();
        var escrita = detalhes.Painel.GetByRole(AriaRole.Listitem).Filter(new() { HasText = "Registrada à mão" });
        await Expect(escrita).ToContainTextAsync("Pelo celular, na rua.");
        await Expect(escrita).ToContainTextAsync("12:00");
        Assert.DoesNotContain(sessao.Queixas, q => !q.Contains("422", StringComparison.Ordinal));
    });
}
