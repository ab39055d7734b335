namespace CrmVoip.Domain;

/// <summary>
/// Fractional index: a string between two others in byte order (collation "C"), so that moving a card writes one row.
/// Digits are 0-9A-Za-z; a position never ends in '0', which keeps room below it.
/// </summary>
public static class Posicao
{
    private const string Digitos = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    public static string Entre(string? antes, string? depois)
    {
        var baixo = antes ?? "";
        if (depois is not null && string.CompareOrdinal(baixo, depois) >= 0)
        {
            throw new ArgumentException($"'{antes}' is not before '{depois}'.", nameof(depois));
        }

        return antes is null && depois is not null ? Acima(depois) : Meio(baixo, depois);
    }

    /// <summary>Evenly spaced positions for a first fill: short strings, in order.</summary>
    public static IEnumerable<string> Sequencia(int quantidade)
    {
        string? anterior = null;
        for (var i = 0; i < quantidade; i++)
        {
            anterior = Entre(anterior, null);
            yield return anterior;
        }
    }

    // New cards come on top, one after the other: one step each, so that a position grows by a digit in 61 of them, not in every one.
    private static string Acima(string primeira) => Indice(primeira[0]) switch
    {
        0 => "0" + Acima(primeira[1..]),
        1 => primeira.Length > 1 ? "1" : "0z",
        var digito => Digitos[digito - 1].ToString(),
    };

    private static string Meio(string baixo, string? alto)
    {
        if (alto is not null && Comum(baixo, alto) is var comum and > 0)
        {
            return alto[..comum] + Meio(Resto(baixo, comum), alto[comum..]);
        }

        var de = Digito(baixo, 0);
        var ate = alto is null ? Digitos.Length : Indice(alto[0]);
        if (ate - de > 1)
        {
            return Digitos[alto is null ? de + 1 : (de + ate) / 2].ToString();
        }

        return alto is { Length: > 1 } ? alto[..1] : Digitos[de] + Meio(Resto(baixo, 1), null);
    }

    private static int Comum(string baixo, string alto)
    {
        var comum = 0;
        while (comum < alto.Length && Digito(baixo, comum) == Indice(alto[comum]))
        {
            comum++;
        }

        return comum;
    }

    private static string Resto(string texto, int de) => de < texto.Length ? texto[de..] : "";

    private static int Digito(string texto, int indice) => indice < texto.Length ? Indice(texto[indice]) : 0;

    private static int Indice(char digito) =>
        Digitos.IndexOf(digito, StringComparison.Ordinal) is var indice and >= 0
            ? indice
            : throw new ArgumentException($"'{digito}' is not a digit of a position.", nameof(digito));
}
