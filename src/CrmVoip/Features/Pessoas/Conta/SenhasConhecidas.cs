using System.Globalization;
using System.Text;

namespace CrmVoip.Features.Pessoas.Conta;

/// <summary>
/// The small lists that ship with the product, both written for it: phrases that are passwords of many, and words that Brazilians
/// make passwords of, the likeliest first.
/// </summary>
public static class SenhasConhecidas
{
    private const int DigitosNasPontas = 6;

    /// <summary>What stands for a letter in a password that wants to look difficult.</summary>
    private static readonly Dictionary<char, char> _trocas = new()
    {
        ['0'] = 'o',
        ['1'] = 'i',
        ['3'] = 'e',
        ['4'] = 'a',
        ['5'] = 's',
        ['7'] = 't',
        ['@'] = 'a',
        ['$'] = 's',
        ['!'] = 'i',
    };

    private static readonly HashSet<string> _frases = [.. Ler("frases.txt")];

    public static string[] Palavras { get; } = Ler("palavras.txt");

    /// <summary>Written in any case, with any signs and accents, with digits around it, or with digits for letters.</summary>
    public static bool Frase(string senha)
    {
        var inteira = SoLetrasEDigitos(senha);
        return _frases.Contains(inteira)
            || _frases.Contains(SemDigitosNasPontas(inteira))
            || _frases.Contains(SoLetrasEDigitos(string.Concat(senha.Select(c => _trocas.GetValueOrDefault(c, c)))));
    }

    /// <summary>Without accents and capitals: "João" is in "joao-2026" too.</summary>
    public static string Simples(string texto) => string.Concat(texto.ToLowerInvariant().Normalize(NormalizationForm.FormD)
        .Where(c => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark));

    private static string SoLetrasEDigitos(string texto) => string.Concat(Simples(texto).Where(char.IsLetterOrDigit));

    private static string SemDigitosNasPontas(string texto)
    {
        var semNada = texto.Trim('0', '1', '2', '3', '4', '5', '6', '7', '8', '9');
        return texto.Length - semNada.Length <= DigitosNasPontas ? semNada : texto;
    }

    private static string[] Ler(string nome)
    {
        using var recurso = typeof(SenhasConhecidas).Assembly.GetManifestResourceStream($"senhas/{nome}")!;
        using var leitor = new StreamReader(recurso);
        return leitor.ReadToEnd().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
    }
}
