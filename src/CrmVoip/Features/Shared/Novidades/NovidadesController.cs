using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using CrmVoip.Novidades;
using CrmVoip.Tenancy;
using CrmVoip.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace CrmVoip.Features.Shared.Novidades;

/// <summary>Tells a browser, while it stays open, that something of its organization changed. How long it stayed is no measure of the product.</summary>
[DaOrganizacao]
[SemTransacao]
[DisableHttpMetrics]
[Route("novidades")]
public sealed class NovidadesController(Assinaturas assinaturas, OrganizacaoAtual atual, IHostApplicationLifetime vida, IOptions<OpcoesDasNovidades> opcoes) : Controller
{
    // Proxies close what is silent for a minute.
    private static readonly TimeSpan _pulso = TimeSpan.FromSeconds(25);
    private static readonly TimeSpan _voltaEm = TimeSpan.FromSeconds(2);

    /// <summary>Events named for what changed (funil, recados), with the tab that changed it as data; "pulso" says nothing.</summary>
    [HttpGet("")]
    public IResult Index(CancellationToken ct)
    {
        if (assinaturas.Abrir(atual.IdExigido, atual.UsuarioIdExigido) is not { } assinatura)
        {
            return Results.StatusCode(StatusCodes.Status429TooManyRequests);
        }

        HttpContext.Response.RegisterForDispose(assinatura);
        Response.Headers["X-Accel-Buffering"] = "no";
        return TypedResults.ServerSentEvents(TransmitirAsync(assinatura, ct));
    }

    private async IAsyncEnumerable<SseItem<string>> TransmitirAsync(Assinatura assinatura, [EnumeratorCancellation] CancellationToken ct)
    {
        using var fim = CancellationTokenSource.CreateLinkedTokenSource(ct, vida.ApplicationStopping);
        fim.CancelAfter(opcoes.Value.Duracao);
        yield return new SseItem<string>("", "pulso") { ReconnectionInterval = _voltaEm };
        while (await ProximoAsync(assinatura, fim.Token) is { } item)
        {
            yield return item;
        }
    }

    private static async Task<SseItem<string>?> ProximoAsync(Assinatura assinatura, CancellationToken fim)
    {
        using var pulso = CancellationTokenSource.CreateLinkedTokenSource(fim);
        pulso.CancelAfter(_pulso);
        try
        {
            var novidade = await assinatura.ProximaAsync(pulso.Token);
            return new SseItem<string>(novidade.Aba ?? "", EmPalavra(novidade.Tipo));
        }
        catch (OperationCanceledException)
        {
            return fim.IsCancellationRequested ? null : new SseItem<string>("", "pulso");
        }
    }

    private static string EmPalavra(TipoDeNovidade tipo) => tipo switch
    {
        TipoDeNovidade.Funil => "funil",
        TipoDeNovidade.Recados => "recados",
        _ => throw new InvalidOperationException($"{tipo} has no name in the stream."),
    };
}
