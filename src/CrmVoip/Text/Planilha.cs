using System.Globalization;
using System.Text;

namespace CrmVoip.Text;

/// <summary>Text for a spreadsheet, which takes what begins like a formula for one, also when it is written in the wide letters of other scripts.</summary>
public static class Planilha
{
    private const string Formulas = "=+-@|%\t\r\n";

    /// <summary>With an apostrophe before what would be run.</summary>
    public static string? Desarmar(string? texto) => texto is { Length: > 0 } && Formulas.Contains(Primeira(texto), StringComparison.Ordinal) ? "'" + texto : texto;

    private static char Primeira(string texto)
    {
        foreach (var letra in texto.EnumerateRunes().Where(l => Rune.GetUnicodeCategory(l) is not (UnicodeCategory.Format or UnicodeCategory.SpaceSeparator)))
        {
            return letra.Value == '\u2212' ? '-' : letra.ToString().Normalize(NormalizationForm.FormKC)[0];
        }

        return ' ';
    }
}
