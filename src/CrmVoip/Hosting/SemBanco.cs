using CrmVoip.Data;
using CrmVoip.Features.Shared.Erros;
using CrmVoip.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace CrmVoip.Hosting;

/// <summary>
/// The database is away: 503 with a page, or JSON for scripts, made without asking it anything. Not by running the pipeline
/// again, as the other error pages do: who is asking and where would have to be read from it.
/// </summary>
public sealed partial class SemBanco(RequestDelegate next, IModelMetadataProvider metadados, TimeProvider relogio, ILogger<SemBanco> log)
{
    public const string Codigo = "sem_banco";
    private const string DeNovoEmSegundos = "5";
    private const string Mensagem = "O CrmVoip está fora do ar por alguns instantes. Tente de novo em seguida.";
    private static readonly TimeSpan _entreLinhas = TimeSpan.FromSeconds(10);
    private long _ultimaLinha;

    public async Task InvokeAsync(HttpContext contexto)
    {
        try
        {
            await next(contexto);
        }
        catch (Exception erro) when (!contexto.Response.HasStarted && Motivo(erro) is { } motivo)
        {
            Anotar(motivo);
            await ResponderAsync(contexto);
        }
    }

    private static string? Motivo(Exception erro) => erro is BancoParadoException ? "no sign" : BancoFora.Motivo(erro);

    private Task ResponderAsync(HttpContext contexto)
    {
        var (pedido, resposta) = (contexto.Request, contexto.Response);
        resposta.Clear();
        resposta.StatusCode = StatusCodes.Status503ServiceUnavailable;
        resposta.Headers.RetryAfter = DeNovoEmSegundos;
        resposta.Headers.CacheControl = "no-store";
        if (pedido.EhDeScript() || pedido.PedeJson() || !QuerPagina(pedido))
        {
            return resposta.WriteAsJsonAsync(new { codigo = Codigo, mensagem = Mensagem });
        }

        if (HttpMethods.IsGet(pedido.Method))
        {
            resposta.Headers["Refresh"] = "10";
        }

        return PaginaAsync(contexto);
    }

    // The provider's webhooks and health probes read no page.
    private static bool QuerPagina(HttpRequest pedido) => !pedido.Path.StartsWithSegments("/ganchos");

    private Task PaginaAsync(HttpContext contexto)
    {
        var tela = TelaDeErro.De(StatusCodes.Status503ServiceUnavailable);
        var pagina = new ViewResult
        {
            ViewName = "/Features/Shared/Erros/Erro.cshtml",
            StatusCode = tela.Codigo,
            ViewData = new ViewDataDictionary<TelaDeErro>(metadados, new ModelStateDictionary())
            {
                Model = HttpMethods.IsGet(contexto.Request.Method) ? tela : tela with { Texto = TelaDeErro.TalvezGravado },
            },
        };
        return pagina.ExecuteResultAsync(new ActionContext(contexto, new RouteData(), new ActionDescriptor()));
    }

    // One line in ten seconds: each request has its own besides.
    private void Anotar(string motivo)
    {
        var (antes, agora) = (Interlocked.Read(ref _ultimaLinha), relogio.GetTimestamp());
        if ((antes == 0 || relogio.GetElapsedTime(antes, agora) >= _entreLinhas) && Interlocked.CompareExchange(ref _ultimaLinha, agora, antes) == antes)
        {
            Fora(log, motivo);
        }
    }

    [LoggerMessage(LogLevel.Error, "The database is away ({Motivo}): who asks is answered 503.")]
    private static partial void Fora(ILogger logger, string motivo);
}
