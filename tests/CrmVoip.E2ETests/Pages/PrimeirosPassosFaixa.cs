using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CrmVoip.E2ETests.Pages;

/// <summary>The strip of first steps, on whatever page it stands.</summary>
public sealed class PrimeirosPassosFaixa(IPage pagina)
{
    public ILocator Faixa => pagina.GetByRole(AriaRole.Region, new() { Name = "Para começar a ligar" });

    public ILocator Passo(string nome) => Faixa.Locator($"[data-passo={nome}]");

    public Task EstaAsync(string passo, string estado) => Expect(Passo(passo)).ToHaveAttributeAsync("data-estado", estado);
}
