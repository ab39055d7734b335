using PhoneNumbers;

namespace CrmVoip.Domain;

public enum TipoDeNumero
{
    Celular,
    Fixo,
    Gratuito,
    CustoCompartilhado,
    Tarifado,
    Emergencia,
    Internacional,
    Outro,
}

/// <summary>
/// A phone number: E164 is stored and matched, Nacional is shown, ParaDiscar is sent to the line.
/// Ramal is the switchboard extension that stood behind it. Bloqueado: real, but not to be dialled from here.
/// </summary>
public sealed record NumeroDeTelefone
{
    private const int Brasil = 55;
    private const int TamanhoSemPrefixo = 8;
    private const int CelularE164 = 14;

    private static readonly PhoneNumberUtil _util = PhoneNumberUtil.GetInstance();

    private NumeroDeTelefone(PhoneNumber numero, string? ramal)
    {
        E164 = _util.Format(numero, PhoneNumberFormat.E164);
        Nacional = _util.Format(numero, numero.CountryCode == Brasil ? PhoneNumberFormat.NATIONAL : PhoneNumberFormat.INTERNATIONAL);
        Tipo = numero.CountryCode == Brasil ? TipoBrasileiro(numero) : TipoDeNumero.Internacional;
        ParaDiscar = DoTipo(_util.GetNationalSignificantNumber(numero));
        Ramal = ramal;
    }

    private NumeroDeTelefone(string emergencia)
    {
        E164 = Nacional = ParaDiscar = emergencia;
        Tipo = TipoDeNumero.Emergencia;
    }

    public string E164 { get; }

    public string Nacional { get; }

    public string ParaDiscar { get; }

    public TipoDeNumero Tipo { get; }

    public string? Ramal { get; }

    public string ComRamal => Ramal is null ? Nacional : $"{Nacional} ramal {Ramal}";

    /// <summary>+55 11 96123-4567: as it is dialled from anywhere.</summary>
    public string Internacional => Tipo == TipoDeNumero.Emergencia ? E164 : _util.Format(_util.Parse(E164, "BR"), PhoneNumberFormat.INTERNATIONAL);

    public bool Bloqueado => Tipo is TipoDeNumero.Tarifado or TipoDeNumero.Emergencia;

    /// <summary>The first number of the text; null when there is none.</summary>
    public static NumeroDeTelefone? Ler(string? texto) => LerTodos(texto).FirstOrDefault();

    public static IEnumerable<NumeroDeTelefone> LerTodos(string? texto) =>
        TextoDeTelefone.Separar(texto).Select(LerUm).OfType<NumeroDeTelefone>();

    /// <summary>A mobile number from before 2016 with its ninth digit added: an offer for a person to accept, never applied in silence.</summary>
    public static NumeroDeTelefone? Sugerir(string? texto) =>
        TextoDeTelefone.Separar(texto).Where(parte => LerUm(parte) is null).Select(ComNonoDigito).OfType<NumeroDeTelefone>().FirstOrDefault();

    /// <summary>
    /// The spellings under which a number may be kept: as it reads, with the ninth digit a provider leaves out, and without the
    /// one that an old entry lacks.
    /// </summary>
    public static IReadOnlyList<string> Variantes(string? texto) => (Ler(texto) ?? Sugerir(texto)) switch
    {
        null => [],
        { Tipo: TipoDeNumero.Celular, E164: { Length: CelularE164 } celular } => [celular, celular[..5] + celular[6..]],
        var lido => [lido.E164],
    };

    private static NumeroDeTelefone? LerUm(TextoDeTelefone parte) =>
        parte.Emergencia
            ? new NumeroDeTelefone(parte.Numero)
            : Decifrar(parte) is { } numero && _util.IsValidNumber(numero) ? new NumeroDeTelefone(numero, parte.Ramal) : null;

    private static NumeroDeTelefone? ComNonoDigito(TextoDeTelefone parte)
    {
        if (Decifrar(parte) is not { CountryCode: Brasil } antigo
            || _util.GetNationalSignificantNumber(antigo) is not { Length: 10 } nacional
            || nacional[2] is < '6' or > '9')
        {
            return null;
        }

        return LerUm(parte with { Numero = $"+{Brasil}{nacional[..2]}9{nacional[2..]}" });
    }

    private static PhoneNumber? Decifrar(TextoDeTelefone parte)
    {
        try
        {
            return parte.ACobrar ? null : _util.Parse(parte.Numero, "BR");
        }
        catch (NumberParseException)
        {
            return null;
        }
    }

    private static TipoDeNumero TipoBrasileiro(PhoneNumber numero) => _util.GetNumberType(numero) switch
    {
        PhoneNumberType.MOBILE => TipoDeNumero.Celular,
        PhoneNumberType.FIXED_LINE or PhoneNumberType.FIXED_LINE_OR_MOBILE => TipoDeNumero.Fixo,
        PhoneNumberType.TOLL_FREE => TipoDeNumero.Gratuito,
        PhoneNumberType.SHARED_COST => TipoDeNumero.CustoCompartilhado,
        PhoneNumberType.PREMIUM_RATE => TipoDeNumero.Tarifado,
        _ => TipoDeNumero.Outro,
    };

    // The network knows 4004-1234 and 0800 numbers only as they are written in Brazil, not with +55.
    private string DoTipo(string nacional) => Tipo switch
    {
        TipoDeNumero.CustoCompartilhado when nacional.Length == TamanhoSemPrefixo => nacional,
        TipoDeNumero.CustoCompartilhado or TipoDeNumero.Gratuito or TipoDeNumero.Tarifado => $"0{nacional}",
        _ => E164,
    };
}
