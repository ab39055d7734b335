using System.Globalization;
using System.Text;

namespace CrmVoip.Text;

/// <summary>What a person typed, for a mail: in one line, without characters that nobody sees or that turn the writing around.</summary>
public static class UmaLinha
{
    public static string EmUmaLinha(this string texto)
    {
        var linha = new StringBuilder(texto.Length);
        foreach (var letra in texto.EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(letra) || Rune.GetUnicodeCategory(letra) == UnicodeCategory.Control)
            {
                linha.Append(linha.Length == 0 || linha[^1] == ' ' ? "" : " ");
            }
            else if (!Disfarca(letra))
            {
                linha.Append(letra);
            }
        }

        return linha.ToString().TrimEnd();
    }

    /// <summary>A name without the spaces and marks around it that come with what is pasted.</summary>
    public static string SemPontas(this string nome)
    {
        Rune[] letras = [.. nome.EnumerateRunes()];
        var (inicio, fim) = (Array.FindIndex(letras, l => !Ponta(l)), Array.FindLastIndex(letras, l => !Ponta(l)));
        return inicio < 0 ? "" : string.Concat(letras[inicio..(fim + 1)].Select(l => l.ToString()));
    }

    private static bool Ponta(Rune letra) =>
        Rune.IsWhiteSpace(letra) || (!Digitado.Visivel(letra) && Rune.GetUnicodeCategory(letra) != UnicodeCategory.Control);

    /// <summary>Formats and private letters, but the two joiners, which are a letter's shape in other scripts and make one emoji of two.</summary>
    public static bool Disfarca(Rune letra) => letra.Value is not (0x200C or 0x200D)
        && Rune.GetUnicodeCategory(letra) is UnicodeCategory.Format or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned;
}
