namespace CrmVoip.Domain.Telefonia;

/// <summary>
/// An outbound call that our browser placed, as far as pairing needs it. Times are by our clock; CriadaEm is the database's.
/// </summary>
public sealed record LigacaoNoRamal(Guid Id, string Numero, DateTimeOffset CriadaEm, DateTimeOffset InicioEm)
{
    // The row is written before the INVITE leaves, which waits for the microphone.
    private static readonly TimeSpan _antes = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan _ateDiscar = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan _depoisDeDiscar = TimeSpan.FromSeconds(6);

    public ChaveDeNumero Chave { get; } = ChaveDeNumero.De(Numero);

    /// <summary>When the INVITE left, if the browser told.</summary>
    public DateTimeOffset? ChamandoEm { get; init; }

    /// <summary>The end as the browser reported it; an end the sweeper supposed is none.</summary>
    public DateTimeOffset? FimEm { get; init; }

    /// <summary>Both sides knew of that end: the provider's cannot be far from it.</summary>
    public bool FimCombinado { get; init; }

    /// <summary>The last sign of the call while it was up.</summary>
    public DateTimeOffset? UltimoSinalEm { get; init; }

    /// <summary>It gave a sign just now and reported no end: no guess ends it.</summary>
    public bool Viva { get; init; }

    /// <summary>Null when the browser does not know.</summary>
    public bool? Atendida { get; init; }

    public int? Conversa { get; init; }

    /// <summary>The provider was asked to dial, and names our attempt in what it says of it.</summary>
    public bool PeloDiscador { get; init; }

    public DateTimeOffset EsperadaEm => ChamandoEm ?? InicioEm;

    public (DateTimeOffset De, DateTimeOffset Ate) PodeComecar =>
        ChamandoEm is { } chamando
            ? (chamando - _antes, chamando + _depoisDeDiscar)
            : (InicioEm - _antes, InicioEm + _ateDiscar);
}
