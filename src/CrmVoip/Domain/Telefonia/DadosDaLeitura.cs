namespace CrmVoip.Domain.Telefonia;

/// <summary>
/// What the provider said, in its own words: times are UTC by the provider's clock and may be impossible (TemposPossiveis
/// judges them), Duracao is seconds, De and Para are written as it wrote them.
/// </summary>
public sealed record DadosDaLeitura
{
    public string ProvedorId { get; init; } = "";

    public string? Dominio { get; init; }

    public bool Entrada { get; init; }

    public string? De { get; init; }

    public string? Para { get; init; }

    public Guid? Tentativa { get; init; }

    public DateTimeOffset? InicioEm { get; init; }

    public DateTimeOffset? AtendidaEm { get; init; }

    /// <summary>The answer's time was there and could not be read: not the same as nobody answering.</summary>
    public bool AtendidaIlegivel { get; init; }

    public DateTimeOffset? FimEm { get; init; }

    /// <summary>It speaks of a call that is over.</summary>
    public bool Encerrada { get; init; }

    public int? Duracao { get; init; }

    public string? Causa { get; init; }

    public string? GravacaoUrl { get; init; }

    public string? Bina { get; init; }

    public decimal? Preco { get; init; }
}
