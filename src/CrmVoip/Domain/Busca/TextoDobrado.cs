using System.Globalization;
using System.Text;

namespace CrmVoip.Domain.Busca;

/// <summary>
/// Text as it is searched: small letters without accents, one folding for what is stored and for what is typed. Words are runs of
/// letters and digits; what is nothing but digits and punctuation is also one word without the punctuation ("2026-117").
/// </summary>
public static class TextoDobrado
{
    /// <summary>Letters that Unicode does not take apart, as one types them without.</summary>
    private static readonly Dictionary<char, string> _inteiras = new()
    {
        ['ß'] = "ss",
        ['ø'] = "o",
        ['ł'] = "l",
        ['đ'] = "d",
        ['ð'] = "d",
        ['þ'] = "th",
        ['æ'] = "ae",
        ['œ'] = "oe",
        ['ı'] = "i",
        ['ħ'] = "h",
        ['ŋ'] = "n",
    };

    public static IEnumerable<string> Palavras(string? texto) =>
        Inteiro(texto).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).SelectMany(Partes);

    private static IEnumerable<string> Partes(string pedaco)
    {
        var partes = pedaco.Split([.. pedaco.Where(c => !EhDePalavra(c)).Distinct()], StringSplitOptions.RemoveEmptyEntries);
        return partes.Length > 1 && partes.All(p => p.All(char.IsAsciiDigit)) ? partes.Append(string.Concat(partes)) : partes;
    }

    // Half a surrogate pair is no text: neither PostgreSQL nor Normalize takes it.
    private static string Inteiro(string? texto)
    {
        var dobrado = new StringBuilder();
        foreach (var letra in SoTexto(texto).Normalize(NormalizationForm.FormKD).ToLowerInvariant())
        {
            if (_inteiras.TryGetValue(letra, out var outras))
            {
                dobrado.Append(outras);
            }
            else if (CharUnicodeInfo.GetUnicodeCategory(letra) is not (UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format))
            {
                dobrado.Append(letra);
            }
        }

        return dobrado.ToString();
    }

    private static string SoTexto(string? texto) => string.Concat((texto ?? "").EnumerateRunes().Where(r => r != Rune.ReplacementChar));

    private static bool EhDePalavra(char letra) => char.IsLetterOrDigit(letra) || char.IsSurrogate(letra);
}
