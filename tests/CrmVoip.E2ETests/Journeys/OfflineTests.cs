using System.Text.RegularExpressions;
using CrmVoip.E2ETests.Infra;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CrmVoip.E2ETests.Journeys;

public sealed class OfflineTests(Ambiente ambiente) : Jornada(ambiente)
{
    [Fact]
    public Task Without_network_the_page_says_so_and_a_visit_meets_our_own_words() => ComProvasAsync(async () =>
    {
        var (sessao, quadro) = await EntrarAsync(Pages.Pessoa.Ana);
        var pagina = sessao.Pagina;
        await pagina.WaitForFunctionAsync("() => navigator.serviceWorker.getRegistration().then(r => r?.active?.state === 'activated')");

        await sessao.Contexto.SetOfflineAsync(true);
        await Expect(pagina.GetByText("Você está sem internet.")).ToBeVisibleAsync();
        await pagina.GetByRole(AriaRole.Navigation).GetByRole(AriaRole.Link, new() { Name = "Meu ramal" }).ClickAsync();
        await Expect(pagina.GetByText("Sem conexão com o servidor.")).ToBeVisibleAsync();
        await Expect(quadro.Titulo).ToBeVisibleAsync();

        await sessao.Contexto.SetOfflineAsync(false);
        await Expect(pagina.GetByText("Você está sem internet.")).ToHaveCountAsync(0);
        await Expect(pagina.GetByText("A internet voltou.")).ToBeVisibleAsync();

        await sessao.Contexto.SetOfflineAsync(true);
        await pagina.GotoAsync("/o/aurora/ramais");
        await Expect(pagina.GetByRole(AriaRole.Heading, new() { Name = "Sem conexão com o CrmVoip" })).ToBeVisibleAsync();
        await Expect(pagina).ToHaveURLAsync(new Regex("/o/aurora/ramais$"));
        await sessao.Contexto.SetOfflineAsync(false);
        await Expect(pagina.GetByRole(AriaRole.Heading, new() { Name = "Meu ramal", Level = 1 })).ToBeVisibleAsync();

        Assert.Equal(["/dist/app.css", "/icons/icones.svg", "/offline/sem-rede.html", "/offline/sem-rede.js"], await GuardadasAsync(pagina));
    });

    // All that any worker of this origin keeps.
    private static async Task<string[]> GuardadasAsync(IPage pagina) => [.. (await pagina.EvaluateAsync<string[]>(
        """
        async () => {
          const caixas = await Promise.all((await caches.keys()).map((nome) => caches.open(nome)))
          const pedidos = await Promise.all(caixas.map((caixa) => caixa.keys()))
          return pedidos.flat().map(({ url }) => new URL(url).pathname)
        }
        """)).Order(StringComparer.Ordinal)];
}
