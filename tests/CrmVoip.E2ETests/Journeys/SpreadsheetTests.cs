using CrmVoip.E2ETests.Infra;
using CrmVoip.E2ETests.Pages;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CrmVoip.E2ETests.Journeys;

/// <summary>/importacoes: from a file to contacts and back; and a list that leaves as one.</summary>
public sealed class SpreadsheetTests(Ambiente ambiente) : Jornada(ambiente)
{
    private const string Linhas = "Nome;Celular;E-mail\nZenaide da Planilha;11 96000-8801;zenaide@planilha.example\nZulmira da Planilha;11 6000-8802;\n";

    [Fact]
    public Task File_becomes_contacts_leaves_again_as_one_and_is_taken_back() => ComProvasAsync(async () =>
    {
        var (sessao, _) = await EntrarAsync(Pessoa.Admin);
        var pagina = sessao.Pagina;
        await pagina.GotoAsync("/contatos");
        await pagina.GetByRole(AriaRole.Link, new() { Name = "Importar", Exact = true }).ClickAsync();
        await pagina.GetByRole(AriaRole.Link, new() { Name = "Importar contatos" }).ClickAsync();
        await pagina.GetByRole(AriaRole.Button, new() { Name = "Continuar" }).ClickAsync();
        await Expect(pagina.Locator("#Texto-erro")).ToHaveTextAsync("Escolha um arquivo ou cole as linhas.");
        await pagina.GetByLabel("Planilha (CSV ou XLSX)").SetInputFilesAsync(new FilePayload { Name = "planilha.csv", MimeType = "text/csv", Buffer = System.Text.Encoding.UTF8.GetBytes(Linhas) });
        await pagina.GetByRole(AriaRole.Button, new() { Name = "Continuar" }).ClickAsync();

        await Expect(pagina.GetByLabel("O que é “Celular”")).ToHaveValueAsync("Telefone");
        await AccessibilityTests.SemBarreirasAsync(pagina, "columns of an import");
        await pagina.GetByRole(AriaRole.Button, new() { Name = "Conferir as linhas" }).ClickAsync();
        await Expect(pagina.Locator("#linhas")).ToContainTextAsync("Falta o nono dígito? Seria (11) 96000-8802.");
        await AccessibilityTests.SemBarreirasAsync(pagina, "rows of an import");
        await pagina.GetByRole(AriaRole.Button, new() { Name = "Importar 1 contato" }).ClickAsync();
        await Expect(pagina.Locator("#importacao")).ToContainTextAsync("Concluída");
        await Expect(pagina.Locator("#linhas")).ToContainTextAsync("Criado");

        await pagina.GotoAsync("/contatos?texto=planilha");
        await Expect(pagina.Locator(".contatos__nome")).ToHaveTextAsync("Zenaide da Planilha");
        await pagina.GetByRole(AriaRole.Button, new() { Name = "Exportar" }).ClickAsync();
        await AccessibilityTests.SemBarreirasAsync(pagina, "menu of an export");
        var arquivo = await pagina.RunAndWaitForDownloadAsync(() => pagina.GetByRole(AriaRole.Link, new() { Name = "CSV" }).ClickAsync());
        Assert.Contains("Zenaide da Planilha;;+55 11 96000-8801;", await File.ReadAllTextAsync(await arquivo.PathAsync()), StringComparison.Ordinal);
        await Expect(pagina.Locator("#exportar")).ToBeHiddenAsync();

        await pagina.GotoAsync("/importacoes");
        await pagina.GetByRole(AriaRole.Link, new() { Name = "planilha.csv" }).First.ClickAsync();
        await pagina.GetByRole(AriaRole.Link, new() { Name = "Desfazer" }).ClickAsync();
        await AccessibilityTests.SemBarreirasAsync(pagina, "question before an import is taken back");
        await pagina.GetByRole(AriaRole.Button, new() { Name = "Desfazer a importação" }).ClickAsync();
        await Expect(pagina.Locator("#importacao")).ToContainTextAsync("Desfeita");
        await pagina.GotoAsync("/contatos?texto=zenaide+planilha");
        await Expect(pagina.GetByText("Nenhum contato com")).ToBeVisibleAsync();
    });
}
