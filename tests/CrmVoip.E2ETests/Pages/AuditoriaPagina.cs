using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CrmVoip.E2ETests.Pages;

/// <summary>/auditoria: the record, for the administrador.</summary>
public sealed class AuditoriaPagina(IPage pagina)
{
    public ILocator Linhas => pagina.GetByRole(AriaRole.Table).GetByRole(AriaRole.Row).Filter(new() { Has = pagina.GetByRole(AriaRole.Cell) });

    private ILocator Filtros => pagina.GetByRole(AriaRole.Form, new() { Name = "Filtros" });

    public async Task AbrirAsync()
    {
        await pagina.GetByRole(AriaRole.Navigation).GetByRole(AriaRole.Link, new() { Name = "Auditoria" }).ClickAsync();
        await Expect(pagina.GetByRole(AriaRole.Heading, new() { Name = "Auditoria", Level = 1 })).ToBeVisibleAsync();
    }

    public ILocator Linha(string texto) => Linhas.Filter(new() { HasText = texto }).First;

    public async Task FiltrarAsync(string assunto, string pessoa)
    {
        await Filtros.GetByLabel("Assunto").SelectOptionAsync(assunto);
        await Filtros.GetByLabel("Pessoa").SelectOptionAsync(pessoa);
        await Filtros.GetByRole(AriaRole.Button, new() { Name = "Filtrar" }).ClickAsync();
    }

    public async Task<string> ExportarAsync()
    {
        var baixado = await pagina.RunAndWaitForDownloadAsync(() => pagina.GetByRole(AriaRole.Link, new() { Name = "Exportar CSV" }).ClickAsync());
        return await File.ReadAllTextAsync(await baixado.PathAsync());
    }
}
