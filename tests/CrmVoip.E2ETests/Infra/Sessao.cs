using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace CrmVoip.E2ETests.Infra;

/// <summary>One person's browser. Keeps what its console complains about: errors, policy violations, exceptions.</summary>
public sealed class Sessao : IAsyncDisposable
{
    // Playwright's own word, in a session that can be read.
    private const string TrabalhadorBloqueado = "Service Worker registration blocked by Playwright";

    // Every frame and the page before and after each step: worth its time to who looks for one fault, not to the whole run.
    private static readonly bool _gravar = Environment.GetEnvironmentVariable("CRM_E2E_TRACE") is { Length: > 0 };
    private readonly ConcurrentQueue<string> _queixas = new();

    private Sessao(IBrowserContext contexto, IPage pagina)
    {
        Contexto = contexto;
        Pagina = pagina;
    }

    public IBrowserContext Contexto { get; }

    public IPage Pagina { get; }

    public IReadOnlyCollection<string> Queixas => _queixas;

    public static async Task<Sessao> CriarAsync(IBrowserContext contexto)
    {
        contexto.SetDefaultTimeout((float)Espera.Padrao.TotalMilliseconds);
        if (_gravar)
        {
            await contexto.Tracing.StartAsync(new TracingStartOptions { Screenshots = true, Snapshots = true });
        }

        await contexto.AddInitScriptAsync(Escuta.Script);
        // A page of our own: the one that a killed browser comes up with may be closed by it again.
        var sessao = new Sessao(contexto, await contexto.NewPageAsync());
        contexto.Console += (_, mensagem) =>
        {
            if (mensagem.Type is "error" or "warning" && mensagem.Text != TrabalhadorBloqueado)
            {
                sessao._queixas.Enqueue($"console {mensagem.Type}: {mensagem.Text}");
            }
        };
        contexto.WebError += (_, erro) => sessao._queixas.Enqueue($"exception: {erro.Error}");
        return sessao;
    }

    /// <summary>Keeps pictures, pages and complaints of this moment under TestResults/e2e; the trace too, where CRM_E2E_TRACE is set.</summary>
    public async Task GuardarProvasAsync(string nome)
    {
        var numero = 0;
        foreach (var pagina in Contexto.Pages)
        {
            await pagina.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(Caminhos.Resultados, $"{nome}-{++numero}.png") });
            await File.WriteAllTextAsync(Path.Combine(Caminhos.Resultados, $"{nome}-{numero}.html"), await pagina.ContentAsync());
        }

        await File.WriteAllLinesAsync(Path.Combine(Caminhos.Resultados, $"{nome}.txt"), _queixas);
        if (_gravar)
        {
            await Contexto.Tracing.StopAsync(new TracingStopOptions { Path = Path.Combine(Caminhos.Resultados, $"{nome}.zip") });
        }
    }

    public async ValueTask DisposeAsync() => await Contexto.DisposeAsync();
}
