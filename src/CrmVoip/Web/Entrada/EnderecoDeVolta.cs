using System.Text;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace CrmVoip.Web.Entrada;

/// <summary>An address that came with the request, to which the person is sent back: of this server, and as a header can say it.</summary>
public static class EnderecoDeVolta
{
    private const int Maximo = 2_000;

    public static LocalRedirectResult? Para(string? endereco) => Ler(endereco) is { } local ? new LocalRedirectResult(local) : null;

    /// <summary>The page a form was sent from; null for scripts, which stay on it.</summary>
    public static LocalRedirectResult? PaginaDeAntes(HttpRequest request) =>
        !request.EhDeScript() && Uri.TryCreate(request.Headers.Referer, UriKind.Absolute, out var anterior) ? Para(anterior.PathAndQuery) : null;

    /// <summary>Null when it leads elsewhere, or nowhere.</summary>
    public static string? Ler(string? endereco) =>
        endereco is { Length: <= Maximo } && RedirectHttpResult.IsLocalUrl(endereco) && Dizivel(endereco) is { Length: <= Maximo } dizivel ? dizivel : null;

    /// <summary>What a header cannot hold is escaped.</summary>
    public static string Dizivel(string endereco)
    {
        var escrito = new StringBuilder(endereco.Length);
        foreach (var letra in endereco.EnumerateRunes())
        {
            _ = letra.Value is > 0x20 and < 0x7F ? escrito.Append((char)letra.Value) : escrito.Append(Uri.EscapeDataString(letra.ToString()));
        }

        return escrito.ToString();
    }
}
