using Microsoft.AspNetCore.Components;

namespace CrmVoip.Web;

/// <summary>Root-absolute, fingerprinted address of an asset: "dist/app.js" → "/dist/app.{hash}.js". Never below /o/{slug}.</summary>
public sealed class Recursos(IHttpContextAccessor contexto)
{
    public string Url(string caminho) =>
        "/" + (contexto.HttpContext?.GetEndpoint()?.Metadata.GetMetadata<ResourceAssetCollection>()?[caminho] ?? caminho);
}
