using System.Globalization;
using System.Text;

namespace CrmVoip.Text;

/// <summary>
/// How long a text is, and where it may be cut. Characters are code points, as varchar(n) counts them; a cut never goes through
/// what a reader takes for one letter: an emoji of several parts, a letter and its accents.
/// </summary>
public static class Medida
{
    public static int Caracteres(this string texto)
    {
        var quantos = 0;
        foreach (var _ in texto.EnumerateRunes())
        {
            quantos++;
        }

        return quantos;
    }

    public static bool Cabe(this string texto, int maximo) => texto.Length <= maximo || texto.Caracteres() <= maximo;

    public static string Cortado(this string texto, int maximo) => texto.Cabe(maximo) ? texto : texto.AsSpan(..Corte(texto, maximo)).ToString();

    /// <summary>The first letter as read: of "(Ana)" the A, of a name that has no letter what there is to see. Empty when there is nothing.</summary>
    public static string Inicial(this string texto)
    {
        var elementos = StringInfo.GetTextElementEnumerator(texto);
        string? visivel = null;
        while (elementos.MoveNext())
        {
            var elemento = elementos.GetTextElement();
            var primeira = Rune.GetRuneAt(elemento, 0);
            if (Rune.IsLetterOrDigit(primeira))
            {
                return elemento;
            }

            visivel ??= Digitado.Visivel(primeira) && !Rune.IsWhiteSpace(primeira) ? elemento : null;
        }

        return visivel ?? "";
    }

    private static int Corte(string texto, int maximo)
    {
        var (corte, cabem) = (0, 0);
        while (true)
        {
            var elemento = StringInfo.GetNextTextElementLength(texto, corte);
            cabem += texto.AsSpan(corte, elemento).ToString().Caracteres();
            if (cabem > maximo)
            {
                // Accents without end on one letter: rather some of them than nothing.
                return corte > 0 ? corte : CorteDoElemento(texto, maximo);
            }

            corte += elemento;
        }
    }

    private static int CorteDoElemento(string texto, int maximo)
    {
        var corte = 0;
        for (var i = 0; i < maximo; i++)
        {
            corte += Rune.TryGetRuneAt(texto, corte, out var letra) ? letra.Utf16SequenceLength : 1;
        }

        return corte;
    }
}
