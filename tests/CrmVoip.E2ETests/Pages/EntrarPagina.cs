using CrmVoip.Hosting.Demonstracao;
using Microsoft.Playwright;

namespace CrmVoip.E2ETests.Pages;

public sealed class EntrarPagina(IPage pagina)
{
    public async Task<QuadroPagina> EntrarAsync(string email, string senha = Elenco.Senha)
    {
        await pagina.GotoAsync("/conta/entrar");
        await pagina.GetByLabel("E-mail").FillAsync(email);
        await pagina.GetByLabel("Senha").FillAsync(senha);
        await pagina.GetByRole(AriaRole.Button, new() { Name = "Entrar", Exact = true }).ClickAsync();
        var quadro = new QuadroPagina(pagina);
        await quadro.EsperarAsync();
        return quadro;
    }
}
