using CrmVoip.E2ETests.Infra;
using CrmVoip.E2ETests.Pages;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CrmVoip.E2ETests.Journeys;

/// <summary>/contatos: find, mend a telephone, see what was.</summary>
public sealed class ContactTests(Ambiente ambiente) : Jornada(ambiente)
{
    [Fact]
    public Task Telephone_is_added_and_mended_in_the_sheet_which_axe_finds_no_barrier_in() => ComProvasAsync(async () =>
    {
        var (sessao, _) = await EntrarAsync(Pessoa.Ana);
        var pagina = sessao.Pagina;
        await pagina.GotoAsync("/contatos");
        await pagina.Locator(".contatos__nome").Last.ClickAsync();
        var ficha = pagina.Locator("#modal");
        var telefones = ficha.Locator(".telefones__item");
        await Expect(telefones).ToHaveCountAsync(1);

        await ficha.GetByText("Adicionar telefone").ClickAsync();
        await ficha.Locator("#Numero").FillAsync("11 6777-4321");
        await ficha.GetByRole(AriaRole.Button, new() { Name = "Adicionar", Exact = true }).ClickAsync();
        await Expect(ficha.Locator("#Numero")).ToBeFocusedAsync();
        await AccessibilityTests.SemBarreirasAsync(pagina, "telephone without its ninth digit");
        await ficha.GetByRole(AriaRole.Button, new() { Name = "Usar (11) 96777-4321" }).ClickAsync();
        await ficha.GetByRole(AriaRole.Button, new() { Name = "Adicionar", Exact = true }).ClickAsync();
        await Expect(telefones).ToHaveCountAsync(2);

        await telefones.Last.GetByText("Mudar").ClickAsync();
        await AccessibilityTests.SemBarreirasAsync(pagina, "telephones of a contact");
        await telefones.Last.GetByRole(AriaRole.Button, new() { Name = "Número errado" }).ClickAsync();
        await Expect(telefones.Last.Locator(".telefones__linha")).ToContainTextAsync("Número errado");

        foreach (var (aba, painel) in new[] { ("Ligações", "#painel-ligacoes .ligacao, #painel-ligacoes .vazio"), ("Histórico", "#painel-historico .historico") })
        {
            await ficha.GetByRole(AriaRole.Tab, new() { Name = aba }).ClickAsync();
            await Expect(ficha.Locator(painel).First).ToBeVisibleAsync();
            await AccessibilityTests.SemBarreirasAsync(pagina, $"{aba} of a contact");
        }
    });
}
