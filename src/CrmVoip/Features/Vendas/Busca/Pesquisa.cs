using CrmVoip.Domain;
using CrmVoip.Domain.Busca;
using CrmVoip.Web;

namespace CrmVoip.Features.Vendas.Busca;

/// <summary>What was typed into a search: words in any order, each of them the beginning of one, or any four digits of a telephone.</summary>
public sealed record Pesquisa
{
    private const int PalavrasMaximo = 8;

    public Pesquisa(string? digitado)
    {
        Texto = TextoDeBusca.Limpar(digitado);
        Numero = PareceNumero ? NumeroDeTelefone.Ler(Texto) : null;
        Palavras = Digitos is { Length: >= ConteudoPesquisavel.DigitosMinimo } digitos
            ? [digitos]
            : [.. TextoDobrado.Palavras(Texto).Distinct(StringComparer.Ordinal).OrderByDescending(p => p.Length).Take(PalavrasMaximo)];
    }

    public string Texto { get; }

    /// <summary>Nothing was typed that anything could be found by.</summary>
    public bool Vazia => Palavras.Count == 0;

    /// <summary>Folded; the longest, which is likely the rarest, first.</summary>
    public IReadOnlyList<string> Palavras { get; }

    /// <summary>Null when it is no number that can be dialled.</summary>
    public NumeroDeTelefone? Numero { get; }

    /// <summary>What a folded line has of each word: letters and digits only, so nothing that was typed is a wildcard.</summary>
    public IEnumerable<string> Trechos => Palavras.Select(p => EhDeTelefone(p) ? p : $" {p}");

    /// <summary>All words, or all but one, for LIKE.</summary>
    public string[] Padroes(string? menos = null) => [.. Trechos.Where(t => t.Trim() != menos).Select(t => $"%{t}%")];

    private string? Digitos => PareceNumero ? string.Concat((Numero is { Tipo: not TipoDeNumero.Emergencia } ? Numero.E164 : Texto).Where(char.IsAsciiDigit)).TrimStart('0') : null;

    private bool PareceNumero => Texto.Any(char.IsAsciiDigit) && Texto.All(c => char.IsAsciiDigit(c) || c is '+' or '(' or ')' or '-' or '.' or ' ');

    private static bool EhDeTelefone(string palavra) => palavra.Length >= ConteudoPesquisavel.DigitosMinimo && palavra.All(char.IsAsciiDigit);
}
