using CrmVoip.Tenancy;
using Microsoft.Extensions.Caching.Memory;

namespace CrmVoip.Web;

/// <summary>Security headers. The only thing that varies is the WebSocket origin of the organization's provider.</summary>
public static class CabecalhosDeSeguranca
{
    public static HeaderPolicyCollection Politica(string? origemWss) => new HeaderPolicyCollection()
        .AddContentTypeOptionsNoSniff()
        .AddReferrerPolicyStrictOriginWhenCrossOrigin()
        .AddStrictTransportSecurityMaxAgeIncludeSubDomains()
        .AddCrossOriginOpenerPolicy(b => b.SameOrigin())
        .AddCrossOriginResourcePolicy(b => b.SameOrigin())
        .RemoveServerHeader()
        .AddPermissionsPolicy(b =>
        {
            b.AddMicrophone().Self();
            b.AddCamera().None();
            b.AddGeolocation().None();
            b.AddPayment().None();
            b.AddUsb().None();
        })
        .AddContentSecurityPolicy(csp =>
        {
            csp.AddDefaultSrc().None();
            csp.AddScriptSrc().Self();
            csp.AddStyleSrc().Self();
            csp.AddImgSrc().Self().Data();
            csp.AddFontSrc().Self();
            csp.AddMediaSrc().Self().Blob();
            csp.AddManifestSrc().Self();
            csp.AddFormAction().Self();
            csp.AddBaseUri().None();
            csp.AddFrameAncestors().None();
            var connect = csp.AddConnectSrc().Self();
            if (origemWss is not null)
            {
                connect.From(origemWss);
            }
        });
}

/// <summary>The WebSocket origin the page's phone may reach, per organization; forgotten when the connection is saved.</summary>
public sealed class OrigemDoTelefone(IMemoryCache cache)
{
    private static readonly TimeSpan _validade = TimeSpan.FromMinutes(1);

    public async Task<string?> ObterAsync(OrganizacaoAtual atual, Func<Task<string?>> wssUrl) =>
        await cache.GetOrCreateAsync(Chave(atual.IdExigido), async entrada =>
        {
            entrada.AbsoluteExpirationRelativeToNow = _validade;
            return Origem(await wssUrl());
        });

    public void Esquecer(Guid organizacaoId) => cache.Remove(Chave(organizacaoId));

    /// <summary>Scheme, host and port only: anything else in the setting would be header injection.</summary>
    public static string? Origem(string? wssUrl) =>
        Uri.TryCreate(wssUrl, UriKind.Absolute, out var uri) && uri.Scheme is "wss" or "ws"
            ? $"{uri.Scheme}://{uri.IdnHost}:{uri.Port}"
            : null;

    private static string Chave(Guid organizacaoId) => $"origem-do-telefone:{organizacaoId:N}";
}
