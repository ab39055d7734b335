using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace CrmVoip.E2ETests.Infra;

public static class Barreiras
{
    // What goes round without end (a spinner) is as it always is.
    private const string Quieta =
        """
        async () => {
          await new Promise((pronto) => requestAnimationFrame(() => requestAnimationFrame(pronto)))
          const passageiras = document.getAnimations().filter((a) => a.effect?.getComputedTiming().iterations !== Infinity)
          await Promise.all(passageiras.map((a) => a.finished.catch(() => {})))
        }
        """;

    /// <summary>What axe finds on a page that has come to rest: colours read in a transition are nobody's.</summary>
    public static async Task<AxeResult> AxeAsync(this IPage pagina, AxeRunOptions? opcoes = null)
    {
        await pagina.EvaluateAsync(Quieta);
        return await pagina.RunAxe(opcoes ?? new AxeRunOptions());
    }
}
