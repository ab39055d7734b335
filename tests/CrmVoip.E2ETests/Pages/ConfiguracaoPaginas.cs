using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CrmVoip.E2ETests.Pages;

/// <summary>/conexoes: the administrator's card and its form.</summary>
public sealed class ConexoesPagina(IPage pagina)
{
    public ILocator Cartao => pagina.GetByRole(AriaRole.Article, new() { Name = "API4COM - Telefonia VoIP" });

    /// <summary>What every page says to an administrator while the connection is broken.</summary>
    public ILocator Faixa => pagina.GetByRole(AriaRole.Region, new() { Name = "Conexão com erro" });

    public ILocator Dialogo => pagina.GetByRole(AriaRole.Dialog);

    public Task EditarAsync() => AbrirAsync("Editar");

    public async Task AbrirAsync(string link)
    {
        await pagina.GetByRole(AriaRole.Navigation).GetByRole(AriaRole.Link, new() { Name = "Conexões" }).ClickAsync();
        await Cartao.GetByRole(AriaRole.Link, new() { Name = link, Exact = true }).ClickAsync();
        await Expect(Dialogo).ToBeVisibleAsync();
    }

    public Task AbrirAvancadoAsync() => Dialogo.GetByText("Avançado", new() { Exact = true }).ClickAsync();

    public Task PreencherAsync(string campo, string valor) => Dialogo.GetByLabel(campo).FillAsync(valor);

    /// <summary>The connection as it is saved, from the card.</summary>
    public Task TestarSalvaAsync() => Cartao.GetByRole(AriaRole.Button, new() { Name = "Testar" }).ClickAsync();

    public async Task TestarAsync(string token, string resposta, string? baseUrl = null)
    {
        await Dialogo.GetByLabel("Token").FillAsync(token);
        if (baseUrl is not null)
        {
            await Dialogo.GetByLabel("URL base da API").FillAsync(baseUrl);
        }

        await Dialogo.GetByRole(AriaRole.Button, new() { Name = "Testar conexão" }).ClickAsync();
        await Expect(Dialogo.GetByRole(AriaRole.Status)).ToContainTextAsync(resposta);
    }

    public async Task SalvarAsync()
    {
        await Dialogo.GetByRole(AriaRole.Button, new() { Name = "Salvar" }).ClickAsync();
        await Expect(Dialogo).ToBeHiddenAsync();
    }
}

/// <summary>/ramais/organizacao: everybody's extensions, for the administrator.</summary>
public sealed class RamaisPagina(IPage pagina)
{
    public ILocator Linha(string email) => pagina.GetByRole(AriaRole.Region, new() { Name = "Membros" })
        .GetByRole(AriaRole.Row).Filter(new() { HasText = email });

    public async Task AbrirAsync()
    {
        await pagina.GetByRole(AriaRole.Navigation).GetByRole(AriaRole.Link, new() { Name = "Ramais", Exact = true }).ClickAsync();
        await Expect(pagina.GetByRole(AriaRole.Heading, new() { Name = "Ramais", Level = 1, Exact = true })).ToBeVisibleAsync();
    }

    public async Task ImportarAsync(string resumo)
    {
        await pagina.GetByRole(AriaRole.Button, new() { Name = "Importar da API4COM" }).ClickAsync();
        await Expect(pagina.GetByRole(AriaRole.Status, new() { Name = "Importação" })).ToContainTextAsync(resumo);
    }

    public async Task RevogarAsync(string email)
    {
        await Linha(email).GetByRole(AriaRole.Link, new() { Name = "Revogar" }).ClickAsync();
        await pagina.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Revogar", Exact = true }).ClickAsync();
        await Expect(Linha(email)).ToContainTextAsync("Sem ramal");
    }
}

/// <summary>/ramais: the own extension.</summary>
public sealed class RamalPagina(IPage pagina)
{
    private ILocator Formulario => pagina.GetByRole(AriaRole.Region, new() { Name = "Ramal", Exact = true });

    public async Task AbrirAsync()
    {
        await pagina.GetByRole(AriaRole.Navigation).GetByRole(AriaRole.Link, new() { Name = "Meu ramal" }).ClickAsync();
        await Expect(pagina.GetByRole(AriaRole.Heading, new() { Name = "Meu ramal", Level = 1 })).ToBeVisibleAsync();
    }

    public async Task PreencherAsync(string ramal, string servidor, string senha)
    {
        await Formulario.GetByLabel("Ramal", new() { Exact = true }).FillAsync(ramal);
        await Formulario.GetByLabel("Servidor SIP").FillAsync(servidor);
        await Formulario.GetByLabel("Senha SIP").FillAsync(senha);
    }

    /// <summary>Tests the line and waits until that step says so.</summary>
    public async Task TestarAsync(string passo, string texto)
    {
        await ClicarEmTestarAsync();
        await Expect(Passo(passo)).ToContainTextAsync(texto);
    }

    public Task ClicarEmTestarAsync() => Formulario.GetByRole(AriaRole.Button, new() { Name = "Testar ramal" }).ClickAsync();

    public ILocator Passo(string nome) => Formulario.GetByRole(AriaRole.Listitem).Filter(new() { Has = pagina.GetByText(nome, new() { Exact = true }) });

    public async Task NaoTestadosAsync(params string[] passos)
    {
        foreach (var passo in passos)
        {
            await Expect(Passo(passo)).ToContainTextAsync("Não testado.");
        }
    }

    /// <summary>Saving loads the page again, for its policy names the provider.</summary>
    public async Task SalvarAsync()
    {
        await Formulario.GetByRole(AriaRole.Button, new() { Name = "Salvar" }).ClickAsync();
        await Expect(pagina.GetByText("Ramal salvo.")).ToBeVisibleAsync();
    }
}
