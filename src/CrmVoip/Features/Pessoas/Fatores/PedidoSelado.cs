using System.Security.Cryptography;
using System.Text.Json;
using CrmVoip.Web;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Primitives;

namespace CrmVoip.Features.Pessoas.Fatores;

/// <summary>What somebody sent, sealed for that person and that address for a quarter of an hour: it may hold a token, and waits in a page.</summary>
public sealed class PedidoSelado(IDataProtectionProvider protecao)
{
    private static readonly TimeSpan _validade = TimeSpan.FromMinutes(15);

    public string Fechar(HttpRequest request) => Protetor(request).Protect(
        JsonSerializer.Serialize(request.Form.Where(c => !c.Key.StartsWith('_')).ToDictionary(c => c.Key, c => c.Value.ToArray())),
        _validade);

    /// <summary>Null when nothing sealed came, or it was sealed for somebody else, somewhere else, or too long ago.</summary>
    public IFormCollection? Abrir(HttpRequest request)
    {
        if (request.Form[PedidoDeProva.CampoDoPedido].ToString() is not { Length: > 0 } cifrado)
        {
            return null;
        }

        try
        {
            var campos = JsonSerializer.Deserialize<Dictionary<string, string?[]>>(Protetor(request).Unprotect(cifrado))!;
            return new FormCollection(campos.ToDictionary(c => c.Key, c => new StringValues(c.Value)));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private ITimeLimitedDataProtector Protetor(HttpRequest request) => protecao
        .CreateProtector("crm.prova.pedido", $"{OrganizacaoMiddleware.UsuarioId(request.HttpContext.User)}", request.PathBase + request.Path)
        .ToTimeLimitedDataProtector();
}
