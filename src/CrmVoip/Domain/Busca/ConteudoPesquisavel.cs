using CrmVoip.Text;

namespace CrmVoip.Domain.Busca;

/// <param name="Textos">What is found by the beginning of its words; the first one also orders lists.</param>
/// <param name="Telefones">In E.164; found by any four digits or more.</param>
public sealed record ConteudoPesquisavel(IReadOnlyList<string?> Textos, IReadOnlyList<string> Telefones)
{
    public const int DigitosMinimo = 4;
    private const int TermoMaximo = 40;
    private const char Digitos = '#';

    /// <summary>One line, every word after a space and the digits of the telephones at the end: " marina alves aurora #5511961234567".</summary>
    public string Dobrado => string.Concat(Textos.SelectMany(TextoDobrado.Palavras).Select(p => $" {p}"))
        + string.Concat(Telefones.Select(t => $" {Digitos}{string.Concat(t.Where(char.IsAsciiDigit))}"));

    /// <summary>The terms of a folded line: its words, and the ends of its telephones, so that any digits are the beginning of one.</summary>
    public static IEnumerable<string> Termos(string? dobrado) =>
        (dobrado ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries)
        .SelectMany(p => p.StartsWith(Digitos) ? Finais(p.TrimStart(Digitos)) : [Termo(p)])
        .Distinct(StringComparer.Ordinal);

    /// <summary>As a term is stored, and looked for.</summary>
    public static string Termo(string palavra) => palavra.Cortado(TermoMaximo);

    private static IEnumerable<string> Finais(string digitos) =>
        Enumerable.Range(0, Math.Max(0, digitos.Length - DigitosMinimo + 1)).Select(i => digitos[i..]);
}
