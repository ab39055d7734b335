using System.Security.Claims;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;

namespace CrmVoip.Web;

/// <summary>Rate limits by name; an endpoint takes one with [EnableRateLimiting].</summary>
public static class Limites
{
    public const string Entrar = nameof(Entrar);
    public const string Telefonia = nameof(Telefonia);
    public const string Sugestao = nameof(Sugestao);
    public const string Ganchos = nameof(Ganchos);
    public const string Convidar = nameof(Convidar);
    public const string AbrirConvite = nameof(AbrirConvite);

    public static void Registrar(RateLimiterOptions options, int entradasPorMinuto)
    {
        options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        options.OnRejected = (contexto, _) =>
        {
            contexto.HttpContext.Response.Headers.RetryAfter = "60";
            return ValueTask.CompletedTask;
        };
        options.AddPolicy(Entrar, contexto => PorMinuto(contexto, Ip(contexto), entradasPorMinuto));
        options.AddPolicy(Telefonia, contexto => PorMinuto(contexto, Pessoa(contexto), 120));
        // Each of these asks the provider, which counts too.
        options.AddPolicy(Sugestao, contexto => PorMinuto(contexto, Pessoa(contexto), 30));
        options.AddPolicy(Ganchos, contexto => PorMinuto(contexto, $"{contexto.GetRouteValue("organizacaoId")} {Ip(contexto)}", 1200));
        options.AddPolicy(Convidar, contexto => PorMinuto(contexto, Pessoa(contexto), 30));
        options.AddPolicy(AbrirConvite, contexto => PorMinuto(Ip(contexto), entradasPorMinuto));
    }

    private static RateLimitPartition<string> PorMinuto(HttpContext contexto, string chave, int vezes) =>
        HttpMethods.IsPost(contexto.Request.Method)
            ? PorMinuto(chave, vezes)
            : RateLimitPartition.GetNoLimiter(chave);

    private static RateLimitPartition<string> PorMinuto(string chave, int vezes) => RateLimitPartition.GetFixedWindowLimiter(
        chave,
        _ => new FixedWindowRateLimiterOptions { PermitLimit = vezes, Window = TimeSpan.FromMinutes(1) });

    private static string Ip(HttpContext contexto) => contexto.Connection.RemoteIpAddress?.ToString() ?? "";

    private static string Pessoa(HttpContext contexto) => contexto.User.FindFirstValue(ClaimTypes.NameIdentifier) ?? Ip(contexto);
}
