namespace CrmVoip.Domain.Telefonia;

/// <summary>
/// A telephone number as far as two spellings of it can be compared: the last eight digits, which absorb +55, the trunk 0, a
/// carrier and the ninth digit, and the area code where both have one.
/// </summary>
public readonly record struct ChaveDeNumero(string Final, string? Ddd)
{
    private const int DigitosFinais = 8;
    private const int DigitosDoDdd = 2;

    public static ChaveDeNumero De(string? numero)
    {
        var digitos = string.Concat((numero ?? "").Where(char.IsAsciiDigit));
        if (digitos.Length < DigitosFinais)
        {
            return new ChaveDeNumero(digitos, null);
        }

        var nacional = Nacional(digitos);
        return new ChaveDeNumero(digitos[^DigitosFinais..], nacional.Length is 10 or 11 ? nacional[..DigitosDoDdd] : null);
    }

    public bool Mesmo(ChaveDeNumero outra) =>
        Final.Length > 0 && Final == outra.Final && (Ddd is null || outra.Ddd is null || Ddd == outra.Ddd);

    // 12 and 13 digits carry the country; a trunk 0 stands before the area code, or before carrier and area code.
    private static string Nacional(string digitos) => digitos switch
    {
        ['5', '5', .. var resto] when digitos.Length is 12 or 13 => resto,
        ['0', _, _, .. var resto] when digitos.Length is 13 or 14 => resto,
        ['0', .. var resto] => resto,
        _ => digitos,
    };
}
