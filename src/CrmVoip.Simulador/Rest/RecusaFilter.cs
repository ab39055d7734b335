using System.Globalization;
using CrmVoip.Simulador.Controle;

namespace CrmVoip.Simulador.Rest;

/// <summary>The refusals that a test asked for this account, in the provider's words.</summary>
public sealed class RecusaFilter(DesviosDasContas desvios) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        var pagina = int.TryParse(http.Request.Query["page"], CultureInfo.InvariantCulture, out var pedida) ? pedida : 1;
        if (desvios.Recusar(http.Credencial().Conta.Dominio, http.Request.Path, pagina) is not { } recusa)
        {
            return await next(context);
        }

        if (recusa.EsperarSegundos is { } espera)
        {
            http.Response.Headers.RetryAfter = espera.ToString(CultureInfo.InvariantCulture);
        }

        return recusa.Status switch
        {
            401 => LoopBackError.InvalidToken,
            403 => LoopBackError.Forbidden,
            429 => LoopBackError.TooManyRequests,
            _ => LoopBackError.Create(recusa.Status, "Error", "Internal Server Error"),
        };
    }
}
