using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CrmVoip.E2ETests.Pages;

/// <summary>The opportunity's details, as a dialog over the board.</summary>
public sealed class DetalhesPagina(IPage pagina)
{
    public ILocator Dialogo => pagina.GetByRole(AriaRole.Dialog);

    public ILocator Painel => Dialogo.GetByRole(AriaRole.Tabpanel);

    /// <summary>The newest call stands first.</summary>
    public ILocator PrimeiraLigacao => Painel.GetByRole(AriaRole.Listitem).First;

    public Task EsperarAsync() => Expect(Dialogo.GetByRole(AriaRole.Tab, new() { Name = "Resumo" })).ToBeVisibleAsync();

    /// <summary>The telephone number in the details is a button too.</summary>
    public Task LigarAsync(string contato) =>
        Dialogo.GetByRole(AriaRole.Button, new() { Name = $"Ligar para {contato}, (11)" }).ClickAsync();

    public Task AbrirAbaAsync(string nome) => Dialogo.GetByRole(AriaRole.Tab, new() { Name = nome }).ClickAsync();

    public async Task FecharAsync()
    {
        await Dialogo.GetByRole(AriaRole.Button, new() { Name = "Fechar" }).ClickAsync();
        await Expect(Dialogo).ToBeHiddenAsync();
    }
}
