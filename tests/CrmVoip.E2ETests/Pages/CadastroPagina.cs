using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CrmVoip.E2ETests.Pages;

public sealed class CadastroPagina(IPage pagina)
{
    public ILocator Endereco => pagina.GetByLabel("Endereço");

    public ILocator Senha => pagina.GetByLabel("Senha", new() { Exact = true });

    public ILocator BotaoDoOlho => pagina.GetByRole(AriaRole.Button, new() { Name = "Mostrar senha" });

    public async Task AbrirAsync()
    {
        await pagina.GotoAsync("/conta/entrar");
        await pagina.GetByRole(AriaRole.Link, new() { Name = "Criar uma organização" }).ClickAsync();
        await Expect(pagina.GetByRole(AriaRole.Heading, new() { Name = "Criar organização" })).ToBeVisibleAsync();
    }

    public async Task PreencherAsync(string nome, string email, string senha, string organizacao)
    {
        await pagina.GetByLabel("Seu nome").FillAsync(nome);
        await pagina.GetByLabel("E-mail").FillAsync(email);
        await Senha.FillAsync(senha);
        await pagina.GetByLabel("Nome da organização").FillAsync(organizacao);
    }

    public Task CriarAsync() => pagina.GetByRole(AriaRole.Button, new() { Name = "Criar organização" }).ClickAsync();
}
