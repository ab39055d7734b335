using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CrmVoip.E2ETests.Pages;

/// <summary>/ligacoes: the calls of the organization.</summary>
public sealed class LigacoesPagina(IPage pagina)
{
    public ILocator Linhas => pagina.Locator("#lista-de-ligacoes > tr");

    public async Task AbrirAsync()
    {
        await pagina.GetByRole(AriaRole.Navigation).GetByRole(AriaRole.Link, new() { Name = "Ligações" }).ClickAsync();
        await Expect(pagina.GetByRole(AriaRole.Heading, new() { Name = "Ligações", Level = 1 })).ToBeFocusedAsync();
    }

    public ILocator Numero(string nome) => pagina.GetByRole(AriaRole.Region, new() { Name = "Números" }).GetByRole(AriaRole.Link, new() { Name = nome });

    public ILocator Filtro(string nome) => pagina.GetByRole(AriaRole.Search, new() { Name = "Filtrar ligações" }).GetByLabel(nome, new() { Exact = true });

    public static ILocator Corrigir(ILocator linha) => linha.GetByRole(AriaRole.Button, new() { Name = "corrigir resultado e nota" });

    public static ILocator Resultado(ILocator linha, string nome) => linha.GetByText(nome, new() { Exact = true });
}
