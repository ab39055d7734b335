using CrmVoip.E2ETests.Infra;
using CrmVoip.E2ETests.Pages;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CrmVoip.E2ETests.Journeys;

public sealed class NavigationTests(Ambiente ambiente) : Jornada(ambiente)
{
    [Fact]
    public Task A_call_survives_every_way_of_moving_about() => ComProvasAsync(async () =>
    {
        var (sessao, quadro) = await EntrarAsync(Pessoa.Ana);
        var pagina = sessao.Pagina;
        var escuta = new Escuta(pagina);
        var (janela, simulada) = await FalarAsync(quadro, "1001");
        var conexoes = await escuta.ConexoesAsync();
        Assert.Single(conexoes);

        async Task ContinuaAsync()
        {
            await janela.EstaAsync("Em ligação");
            await escuta.ContinuaAsync(conexoes);
        }

        await pagina.GetByRole(AriaRole.Navigation).GetByRole(AriaRole.Link, new() { Name = "Meu ramal" }).ClickAsync();
        await Expect(Titulo(pagina, "Meu ramal")).ToBeVisibleAsync();
        await ContinuaAsync();

        await pagina.GoBackAsync();
        await Expect(quadro.Titulo).ToBeVisibleAsync();
        await ContinuaAsync();

        await pagina.GoForwardAsync();
        await Expect(Titulo(pagina, "Meu ramal")).ToBeVisibleAsync();
        await ContinuaAsync();

        await pagina.GetByLabel("Servidor SIP").FillAsync("");
        var recusa = await pagina.RunAndWaitForResponseAsync(
            () => pagina.GetByRole(AriaRole.Button, new() { Name = "Salvar", Exact = true }).First.ClickAsync(), r => r.Request.Method == "POST" && r.Url.EndsWith("/ramais", StringComparison.Ordinal));
        Assert.Equal(422, recusa.Status);
        await Expect(pagina.GetByLabel("Servidor SIP")).ToHaveAttributeAsync("aria-invalid", "true");
        await ContinuaAsync();

        await sessao.Contexto.ClearCookiesAsync(new() { Name = "crm.sessao" });
        await pagina.GetByRole(AriaRole.Navigation).GetByRole(AriaRole.Link, new() { Name = "Funil", Exact = true }).ClickAsync();
        await pagina.GetByRole(AriaRole.Button, new() { Name = "Descartar" }).ClickAsync();
        await Expect(pagina.GetByText("Sua sessão expirou").First).ToBeVisibleAsync();
        await ContinuaAsync();

        await janela.DesligarAsync();
        await Simulador.EncerradaAsync(simulada.Id);
        await VoltarAEntrarAsync(sessao);
        await ConciliadaAsync(Pessoa.Ana, simulada);
    });

    private static ILocator Titulo(IPage pagina, string texto) => pagina.GetByRole(AriaRole.Heading, new() { Name = texto, Level = 1 });

    private static async Task VoltarAEntrarAsync(Sessao sessao) =>
        await new EntrarPagina(await sessao.Contexto.NewPageAsync()).EntrarAsync(Pessoa.Ana);
}
