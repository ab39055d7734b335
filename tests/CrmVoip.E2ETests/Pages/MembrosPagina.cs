using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CrmVoip.E2ETests.Pages;

/// <summary>/membros: who works here, and who is invited.</summary>
public sealed class MembrosPagina(IPage pagina)
{
    public ILocator Dialogo => pagina.GetByRole(AriaRole.Dialog);

    public ILocator Linha(string texto) => pagina.GetByRole(AriaRole.Row).Filter(new() { HasText = texto });

    public async Task AbrirAsync()
    {
        await pagina.GetByRole(AriaRole.Navigation).GetByRole(AriaRole.Link, new() { Name = "Membros" }).ClickAsync();
        await Expect(pagina.GetByRole(AriaRole.Heading, new() { Name = "Membros", Level = 1 })).ToBeVisibleAsync();
    }

    public async Task AbrirConviteAsync()
    {
        await pagina.GetByRole(AriaRole.Link, new() { Name = "Convidar", Exact = true }).ClickAsync();
        await Expect(Dialogo.GetByLabel("E-mail")).ToBeFocusedAsync();
    }

    /// <summary>In the open dialog; the address the button copied.</summary>
    public async Task<string> ConvidarAsync(string email, string papel)
    {
        await Dialogo.GetByLabel("E-mail").FillAsync(email);
        await Dialogo.GetByLabel("Papel").SelectOptionAsync(papel);
        await Dialogo.GetByRole(AriaRole.Button, new() { Name = "Convidar" }).ClickAsync();
        await Dialogo.GetByRole(AriaRole.Button, new() { Name = "Copiar link" }).ClickAsync();
        await Expect(pagina.GetByText("Link copiado.")).ToBeVisibleAsync();
        return await pagina.EvaluateAsync<string>("() => navigator.clipboard.readText()");
    }

    public async Task FecharAsync()
    {
        await Dialogo.GetByRole(AriaRole.Button, new() { Name = "Fechar" }).Last.ClickAsync();
        await Expect(Dialogo).ToBeHiddenAsync();
    }

    public async Task DesativarAsync(string nome)
    {
        await Linha(nome).GetByRole(AriaRole.Link, new() { Name = $"Desativar {nome}" }).ClickAsync();
        await Dialogo.GetByRole(AriaRole.Button, new() { Name = "Desativar" }).ClickAsync();
        await Expect(Linha(nome)).ToContainTextAsync("Desativado");
    }
}

/// <summary>The page behind an invitation's link.</summary>
public sealed class ConvitePagina(IPage pagina)
{
    public async Task CriarContaAsync(string nome, string senha)
    {
        await pagina.GetByLabel("Seu nome").FillAsync(nome);
        await pagina.GetByLabel("Senha").FillAsync(senha);
        await pagina.GetByRole(AriaRole.Button, new() { Name = "Criar conta e entrar" }).ClickAsync();
        await new QuadroPagina(pagina).EsperarAsync();
    }
}
