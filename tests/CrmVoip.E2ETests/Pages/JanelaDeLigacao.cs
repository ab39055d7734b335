using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CrmVoip.E2ETests.Pages;

/// <summary>The floating call window.</summary>
public sealed class JanelaDeLigacao(IPage pagina)
{
    public ILocator Janela => pagina.GetByRole(AriaRole.Region, new() { Name = "Ligação", Exact = true });

    public ILocator Estado => Janela.GetByRole(AriaRole.Status).First;

    public ILocator Notas => Janela.GetByLabel("Notas da ligação");

    public ILocator Contato => Janela.Locator("[data-parte=contato]");

    public ILocator Numero => Janela.GetByLabel("Número com DDD");

    public ILocator Resultado(string nome) => Janela.GetByRole(AriaRole.Radio, new() { Name = nome, Exact = true });

    public ILocator Botao(string nome) => Janela.GetByRole(AriaRole.Button, new() { Name = nome, Exact = true });

    public ILocator Ligacao(string nome) => Janela.GetByRole(AriaRole.Link, new() { Name = nome, Exact = true });

    public Task EstaAsync(string estado) => Expect(Estado).ToHaveTextAsync(estado);

    public Task ClicarAsync(string botao) => Botao(botao).ClickAsync();

    public async Task DesligarAsync()
    {
        await ClicarAsync("Desligar");
        await EstaAsync("Encerrada");
    }

    public async Task MudoEstaAsync(bool ligado) => await Expect(Botao("Mudo")).ToHaveAttributeAsync("aria-pressed", ligado ? "true" : "false");

    public async Task TeclarAsync(string digitos)
    {
        await ClicarAsync("Teclado");
        foreach (var digito in digitos)
        {
            await Janela.GetByRole(AriaRole.Group, new() { Name = "Teclado" })
                .GetByRole(AriaRole.Button, new() { Name = digito switch { '*' => "Asterisco", '#' => "Jogo da velha", _ => $"{digito}" }, Exact = true })
                .ClickAsync();
        }
    }

    public async Task SalvarAsync()
    {
        await ClicarAsync("Salvar");
        await Expect(Janela).ToBeHiddenAsync();
    }
}
