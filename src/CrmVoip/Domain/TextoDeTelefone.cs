using System.Text.RegularExpressions;
using CrmVoip.Text;

namespace CrmVoip.Domain;

/// <summary>One number as a person wrote it, made ready for a parser that turns letters into digits and knows no Brazilian habits.</summary>
internal sealed partial record TextoDeTelefone(string Numero, string? Ramal)
{
    private const int TamanhoMaximo = 200;

    /// <summary>190, 192, 193 and the other three-digit public services.</summary>
    public bool Emergencia => Servico().IsMatch(Numero);

    /// <summary>90 and 9090 make the other side pay; the parser would drop the prefix without a word.</summary>
    public bool ACobrar => Cobrar().IsMatch(SoDigitos().Replace(Numero, "")) && !Numero.StartsWith('+');

    public static IEnumerable<TextoDeTelefone> Separar(string? texto) =>
        Separadores()
            .Split(Digitado.Limpar(texto).Cortado(TamanhoMaximo))
            .Select(Limpar)
            .Where(parte => parte.Numero.Length > 0);

    private static TextoDeTelefone Limpar(string texto)
    {
        var ramal = RamalNoFim().Match(texto);
        var numero = Palavras().Replace(ramal.Success ? texto[..ramal.Index] : texto, " ").Trim();
        return new TextoDeTelefone(
            PrefixoInternacional().Replace(numero, "+55 "),
            ramal.Success ? ramal.Groups["numero"].Value : null);
    }

    [GeneratedRegex(@"[/;,|\r\n]|\s+(?:e|ou)\s+", RegexOptions.IgnoreCase)]
    private static partial Regex Separadores();

    [GeneratedRegex(@"[\s\-(]*(?:\b(?:ramal|ram|rm|r|ext|extens[aã]o)\b\.?)\s*:?\s*(?<numero>\d{1,6})\s*\)?\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex RamalNoFim();

    [GeneratedRegex(@"\p{L}+[.:]?")]
    private static partial Regex Palavras();

    [GeneratedRegex(@"^00\s*55\s*")]
    private static partial Regex PrefixoInternacional();

    [GeneratedRegex(@"^1\d\d$")]
    private static partial Regex Servico();

    [GeneratedRegex(@"^90(?:90)?(?:\d\d)?9?\d{8}$")]
    private static partial Regex Cobrar();

    [GeneratedRegex(@"\D")]
    private static partial Regex SoDigitos();
}
