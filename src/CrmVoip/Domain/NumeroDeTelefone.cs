using PhoneNumbers;

namespace CrmVoip.Domain;

/// <summary>A phone number that can be dialled: E164 is stored and matched, Nacional is shown.</summary>
public sealed record NumeroDeTelefone
{
    private static readonly PhoneNumberUtil _util = PhoneNumberUtil.GetInstance();

    private NumeroDeTelefone(PhoneNumber numero)
    {
        E164 = _util.Format(numero, PhoneNumberFormat.E164);
        Nacional = _util.Format(numero, numero.CountryCode == 55 ? PhoneNumberFormat.NATIONAL : PhoneNumberFormat.INTERNATIONAL);
    }

    public string E164 { get; }

    public string Nacional { get; }

    public static NumeroDeTelefone? Ler(string? texto)
    {
        if (string.IsNullOrWhiteSpace(texto))
        {
            return null;
        }

        try
        {
            var numero = _util.Parse(texto, "BR");
            return _util.IsValidNumber(numero) ? new NumeroDeTelefone(numero) : null;
        }
        catch (NumberParseException)
        {
            return null;
        }
    }
}
