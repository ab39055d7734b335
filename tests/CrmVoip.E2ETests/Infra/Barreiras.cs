using System.Text.Json;
using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace CrmVoip.E2ETests.Infra;

/// <summary>A rule of axe that a page breaks, and the HTML of what breaks it.</summary>
public sealed record Barreira(string Id, string Impact, IReadOnlyList<string> Onde)
{
    public override string ToString() => $"{Id} ({Impact}): {string.Join(" | ", Onde)}";
}

public static class Barreiras
{
    private static readonly string _axe = new BundledAxeScriptProvider().GetScript();

    // What goes round without end (a spinner) is as it always is; what is not drawn (in a closed <details>) never tells its end.
    private const string Quieta =
        """
        async () => {
          await new Promise((pronto) => requestAnimationFrame(() => requestAnimationFrame(pronto)))
          const passageiras = document.getAnimations().filter((a) =>
            a.playState !== 'finished' && a.effect?.getComputedTiming().iterations !== Infinity && a.effect?.target?.checkVisibility())
          await Promise.all(passageiras.map((a) => a.finished.catch(() => {})))
        }
        """;

    // What passed is not told: of a full board that is megabytes.
    private const string Achadas =
        """
        async (opcoes) => {
          const { violations } = await axe.run(document, { ...opcoes, resultTypes: ['violations'] })
          return JSON.stringify(violations.map((v) => ({ Id: v.id, Impact: v.impact, Onde: v.nodes.map((n) => n.html) })))
        }
        """;

    public static void Conferir(string tela, IReadOnlyList<Barreira> achadas) =>
        Assert.True(achadas.Count == 0, $"{tela}: {string.Join('\n', achadas)}");

    /// <summary>Every rule, those of best practice and of a target's size among them.</summary>
    public static Task<IReadOnlyList<Barreira>> BarreirasAsync(this IPage pagina) =>
        pagina.AcharAsync(new { rules = new Dictionary<string, object> { ["target-size"] = new { enabled = true } } });

    /// <summary>Those rules alone.</summary>
    public static Task<IReadOnlyList<Barreira>> BarreirasAsync(this IPage pagina, params string[] regras) =>
        pagina.AcharAsync(new { runOnly = new { type = "rule", values = regras } });

    /// <summary>Waits until what is drawn and moves has come to its end.</summary>
    public static Task RepousarAsync(this IPage pagina) => pagina.EvaluateAsync(Quieta);

    /// <summary>Of a page that has come to rest: colours read in a transition are nobody's.</summary>
    private static async Task<IReadOnlyList<Barreira>> AcharAsync(this IPage pagina, object opcoes)
    {
        await pagina.RepousarAsync();
        if (!await pagina.EvaluateAsync<bool>("() => 'axe' in window"))
        {
            await pagina.EvaluateAsync(_axe);
        }

        return JsonSerializer.Deserialize<List<Barreira>>(await pagina.EvaluateAsync<string>(Achadas, opcoes))!;
    }
}
