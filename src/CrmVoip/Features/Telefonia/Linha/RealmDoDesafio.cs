using CrmVoip.Web;

namespace CrmVoip.Features.Telefonia.Linha;

/// <summary>The realm that a SIP server asked for; without one it is the ramal's own domain.</summary>
public sealed record PedidoDeCredenciais(string? Realm);

/// <summary>A hash is good for one realm only, so whoever registers may have to ask for another than the domain.</summary>
public static class RealmDoDesafio
{
    public const int Maximo = 255;

    public static Recusa Invalido { get; } =
        new(StatusCodes.Status422UnprocessableEntity, "realm_invalido", "O servidor SIP pediu uma senha de um modo que não é aceito.");

    /// <summary>Written as it came: the server compares it letter by letter.</summary>
    public static bool Aceita(string? realm) =>
        string.IsNullOrEmpty(realm) || (realm.Length <= Maximo && !realm.Any(char.IsControl) && !realm.Contains('"', StringComparison.Ordinal));
}
