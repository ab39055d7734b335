using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Components;

namespace CrmVoip.Web;

/// <summary>Root-absolute, fingerprinted address of an asset: "dist/app.js" → "/dist/app.{hash}.js". Never below /o/{slug}.</summary>
public sealed partial class Recursos(IHttpContextAccessor contexto)
{
    private ResourceAssetCollection? Todos => contexto.HttpContext?.GetEndpoint()?.Metadata.GetMetadata<ResourceAssetCollection>();

    public string Url(string caminho) => "/" + (Todos?[caminho] ?? caminho);

    /// <summary>What the bundler named by its content and refers to by that name: a font, a chunk.</summary>
    public string? ComHash(string inicio) =>
        Todos?.Select(r => r.Url).FirstOrDefault(u => u.StartsWith(inicio, StringComparison.Ordinal) && PeloConteudo().IsMatch(u)) is { } url ? "/" + url : null;

    /// <summary>The framework lets a browser keep only what it fingerprinted itself; the bundler's own hash promises as much.</summary>
    public static Task GuardarAsync(HttpContext contexto, RequestDelegate next)
    {
        if (PeloConteudo().IsMatch(contexto.Request.Path))
        {
            contexto.Response.OnStarting(() =>
            {
                if (contexto.Response.StatusCode is StatusCodes.Status200OK or StatusCodes.Status304NotModified)
                {
                    contexto.Response.Headers.CacheControl = "max-age=31536000, immutable";
                }

                return Task.CompletedTask;
            });
        }

        return next(contexto);
    }

    [GeneratedRegex("^/?dist/[a-z-]+-[A-Z0-9]{8}\\.[a-z0-9]+$")]
    private static partial Regex PeloConteudo();
}
