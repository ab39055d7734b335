using CrmVoip.Domain;
using CrmVoip.Web;

namespace CrmVoip.Features.Busca;

/// <summary>What was typed: words, a telephone number, or the beginning of one.</summary>
public sealed record TermoDeBusca
{
    private const int DigitosMinimo = 4;
    private const string Brasil = "+55";

    public TermoDeBusca(string? digitado)
    {
        Texto = TextoDeBusca.Limpar(digitado);
        Numero = PareceNumero ? NumeroDeTelefone.Ler(Texto) : null;
    }

    public string Texto { get; }

    public bool Vazio => Texto.Length == 0;

    /// <summary>Null when it is no number that can be dialled.</summary>
    public NumeroDeTelefone? Numero { get; }

    /// <summary>The E.164 beginning of a number still being typed: searched as a range, which an index serves under row-level security.</summary>
    public string? InicioDoNumero
    {
        get
        {
            var digitos = string.Concat(Texto.Where(char.IsAsciiDigit)).TrimStart('0');
            return !PareceNumero || digitos.Length < DigitosMinimo ? null
                : Numero?.E164 ?? (Texto.StartsWith('+') ? $"+{digitos}" : Brasil + digitos);
        }
    }

    private bool PareceNumero => Texto.Any(char.IsAsciiDigit) && Texto.All(c => char.IsAsciiDigit(c) || c is '+' or '(' or ')' or '-' or '.' or ' ');
}
