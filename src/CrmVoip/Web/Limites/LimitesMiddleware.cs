using System.Globalization;

namespace CrmVoip.Web.Limites;

/// <summary>429, with how long to wait, for who asks too often. After the person and the organization are known, before anything is read.</summary>
public sealed class LimitesMiddleware(RequestDelegate next, Limitador limitador)
{
    public async Task InvokeAsync(HttpContext contexto)
    {
        foreach (var limite in contexto.GetEndpoint()?.Metadata.GetMetadata<LimitesDaRota>()?.Limites ?? [])
        {
            if (await limitador.ContarAsync(limite, contexto) is { } espera)
            {
                Esperar(contexto.Response, espera);
                return;
            }
        }

        await next(contexto);
    }

    public static void Esperar(HttpResponse resposta, TimeSpan espera)
    {
        resposta.StatusCode = StatusCodes.Status429TooManyRequests;
        resposta.Headers.RetryAfter = Math.Max(1, Math.Ceiling(espera.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
    }
}
