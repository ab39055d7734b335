namespace CrmVoip.Domain;

/// <summary>
/// Passwords, or codes of the second factor, tried for an account from one place, since the last right one. A place is an address, a browser that signed in
/// before, or all strangers together. An attempt is counted before it is judged, and taken back when it was right.
/// </summary>
public sealed class SenhasErradas(Guid contaId, string lugar)
{
    public const int LugarMaximo = 60;

    /// <summary>All addresses together: who guesses from many is slowed down, more each time.</summary>
    public const string Estranhos = "estranhos";

    /// <summary>Begins the places from which codes, not passwords, were tried.</summary>
    public const string Codigo = "codigo ";

    /// <summary>Attempts from one place, and how long it waits after them.</summary>
    public const int DoLugar = 10;
    public static readonly TimeSpan Espera = TimeSpan.FromMinutes(5);

    /// <summary>Attempts of strangers before each further one waits: 1 s, 2 s, 4 s… up to Espera.</summary>
    public const int DosEstranhos = 30;

    private static readonly TimeSpan _esquecidasDoLugar = TimeSpan.FromHours(1);
    private static readonly TimeSpan _esquecidasDosEstranhos = TimeSpan.FromDays(1);

    /// <summary>The account; for an e-mail that has none, an id made from the e-mail, so that it is treated the same.</summary>
    public Guid ContaId { get; private init; } = contaId;

    public string Lugar { get; private init; } = lugar;

    public int Quantas { get; private set; }

    public DateTimeOffset UltimaEm { get; private set; }

    public DateTimeOffset? BloqueadasAte { get; private set; }

    private bool SaoDeEstranhos => Lugar is Estranhos or Codigo + Estranhos;

    public static string DeCodigo(string lugar) => Codigo + lugar;

    public bool Bloqueadas(DateTimeOffset agora) => BloqueadasAte > agora;

    /// <returns>Whether this is the attempt after which there is a wait where there was none.</returns>
    public bool Contar(DateTimeOffset agora)
    {
        if (agora - UltimaEm > (SaoDeEstranhos ? _esquecidasDosEstranhos : _esquecidasDoLugar) || (!SaoDeEstranhos && Quantas >= DoLugar))
        {
            Quantas = 0;
        }

        Quantas++;
        UltimaEm = agora;
        var aMais = Quantas - (SaoDeEstranhos ? DosEstranhos : DoLugar);
        BloqueadasAte = aMais < 0 ? null : agora + (SaoDeEstranhos ? EsperaCrescente(aMais) : Espera);
        return aMais == 0;
    }

    /// <summary>One of those counted was right.</summary>
    public void Acertar()
    {
        Quantas = Math.Max(0, SaoDeEstranhos ? Quantas - 1 : 0);
        BloqueadasAte = null;
    }

    private static TimeSpan EsperaCrescente(int aMais)
    {
        var segundos = Math.Pow(2, Math.Min(aMais, 20));
        return segundos < Espera.TotalSeconds ? TimeSpan.FromSeconds(segundos) : Espera;
    }
}
