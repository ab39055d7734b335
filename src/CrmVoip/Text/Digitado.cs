using System.Globalization;
using System.Text;

namespace CrmVoip.Text;

/// <summary>
/// A number, an amount, an address or a code as typed or pasted, which often brings what nobody sees. Not for names: there a
/// joiner makes one emoji of two, and is a letter's shape in other scripts.
/// </summary>
public static class Digitado
{
    /// <summary>Without invisible characters, each kind of space a plain one, and trimmed. Empty for nothing.</summary>
    public static string Limpar(string? texto)
    {
        if (string.IsNullOrEmpty(texto))
        {
            return "";
        }

        var limpo = new StringBuilder(texto.Length);
        foreach (var letra in texto.EnumerateRunes())
        {
            if (Visivel(letra))
            {
                limpo.Append(Plano(letra));
            }
        }

        return limpo.ToString().Trim();
    }

    /// <summary>Null when nothing is left.</summary>
    public static string? Ler(string? texto) => Limpar(texto) is { Length: > 0 } limpo ? limpo : null;

    internal static bool Visivel(Rune letra) => Rune.GetUnicodeCategory(letra) switch
    {
        // The mark around a digit makes a key of it: "1" + U+FE0F + U+20E3.
        UnicodeCategory.Format or UnicodeCategory.EnclosingMark => false,
        UnicodeCategory.Control => Rune.IsWhiteSpace(letra),
        _ => !SeletorDeVariante(letra.Value),
    };

    // No category of their own: Unicode's property Variation_Selector.
    private static bool SeletorDeVariante(int codigo) =>
        codigo is (>= 0xFE00 and <= 0xFE0F) or (>= 0xE0100 and <= 0xE01EF) or (>= 0x180B and <= 0x180D) or 0x180F;

    private static string Plano(Rune letra) => Rune.GetUnicodeCategory(letra) switch
    {
        UnicodeCategory.SpaceSeparator => " ",
        UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => "\n",
        _ => letra.ToString(),
    };
}
