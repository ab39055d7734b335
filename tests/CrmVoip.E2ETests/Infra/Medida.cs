using Microsoft.Playwright;

namespace CrmVoip.E2ETests.Infra;

/// <summary>Whether a screen fits: nothing beyond its width, nothing too small to hit.</summary>
public static class Medida
{
    // A card's title is hit on the whole card; a link inside a sentence is as high as its line.
    private const string Script =
        """
        () => {
          const raiz = document.documentElement
          const largos = [raiz, ...document.querySelectorAll("main, dialog[open], dialog[open] .modal__corpo")]
            .filter((e) => e.scrollWidth > e.clientWidth).map((e) => `${e.localName}.${e.className} is ${e.scrollWidth} wide in ${e.clientWidth}`)
          const area = (e) => (e.type === "checkbox" || e.type === "radio" ? e.labels[0] : e).getBoundingClientRect()
          const pequenos = [...document.querySelectorAll("a[href], button:enabled, input, select, textarea, summary")]
            .filter((e) => e.checkVisibility({ visibilityProperty: true }) && !e.closest("[inert], .pular, p") && !e.matches(".cartao h3 a"))
            .map((e) => ({ e, r: area(e) }))
            .filter(({ r }) => r.width > 0 && (r.width < 24 || r.height < 24))
            .map(({ e, r }) => `${e.localName}.${e.className} "${e.textContent.trim()}" is ${Math.round(r.width)} by ${Math.round(r.height)}`)
          return [...largos, ...pequenos]
        }
        """;

    public static async Task CabeAsync(IPage pagina, string tela)
    {
        var queixas = await pagina.EvaluateAsync<string[]>(Script);
        Assert.True(queixas.Length == 0, $"{tela}: {string.Join('\n', queixas)}");
    }
}
