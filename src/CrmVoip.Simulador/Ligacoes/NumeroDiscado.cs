namespace CrmVoip.Simulador.Ligacoes;

/// <summary>A Brazilian number as dialled: E.164, national, or with the trunk 0.</summary>
public sealed record NumeroDiscado(string Nacional)
{
    public string E164 => $"+55{Nacional}";

    /// <summary>The form in which the provider lists outbound calls.</summary>
    public string ComZero => $"0{Nacional}";

    public static NumeroDiscado? Ler(string texto)
    {
        var digitos = string.Concat(texto.Where(char.IsAsciiDigit));
        if (texto.Any(c => !char.IsAsciiDigit(c) && !" +-().".Contains(c, StringComparison.Ordinal)))
        {
            return null;
        }

        // DDD 55 exists: only with 12 or 13 digits is a leading 55 the country.
        var nacional = digitos switch
        {
            { Length: 12 or 13 } when digitos.StartsWith("55", StringComparison.Ordinal) => digitos[2..],
            { Length: 11 or 12 } when digitos.StartsWith('0') => digitos[1..],
            _ => digitos,
        };

        return nacional.Length is 10 or 11 && nacional[0] != '0' ? new NumeroDiscado(nacional) : null;
    }
}
