using CrmVoip.Web;
using Microsoft.Extensions.Options;

namespace CrmVoip.Features.Pessoas.Fatores;

/// <summary>
/// The name that passkeys are bound to: the host of Crm:UrlPublica. They need a name, no number, and a page opened by it;
/// elsewhere everything else goes on working.
/// </summary>
public sealed class EnderecoDasChaves(IOptions<OpcoesDoProvedor> opcoes)
{
    private readonly Uri? _publica = Uri.TryCreate(opcoes.Value.UrlPublica, UriKind.Absolute, out var url) ? url : null;

    public string? Dominio => _publica is { HostNameType: UriHostNameType.Dns } ? _publica.IdnHost : null;

    /// <summary>Where they work, for whoever opened another address; null when they work nowhere here.</summary>
    public string? Publica => Dominio is null ? null : _publica!.GetLeftPart(UriPartial.Authority);

    public bool Serve(HttpRequest request) =>
        Dominio is { } dominio
        && (string.Equals(request.Host.Host, dominio, StringComparison.OrdinalIgnoreCase)
            || request.Host.Host.EndsWith("." + dominio, StringComparison.OrdinalIgnoreCase));
}
