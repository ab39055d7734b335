namespace CrmVoip.Domain.Telefonia;

/// <summary>How far the provider's clock may be ahead, from one value to another. Empty when De is after Ate.</summary>
public readonly record struct FaixaDeRelogio(TimeSpan De, TimeSpan Ate)
{
    private static readonly TimeSpan _folga = TimeSpan.FromSeconds(30);

    /// <summary>Every clock the provider may have.</summary>
    public static FaixaDeRelogio Toda { get; } = new(-TemposPossiveis.Relogio - _folga, TemposPossiveis.Relogio + _folga);

    public static FaixaDeRelogio Nenhuma { get; } = new(TimeSpan.MaxValue, TimeSpan.MinValue);

    public bool Vazia => De > Ate;

    public bool Contem(TimeSpan adiantado) => adiantado >= De && adiantado <= Ate;

    /// <summary>What is left of it; a bound that nobody knows bounds nothing.</summary>
    public FaixaDeRelogio Entre(TimeSpan? de, TimeSpan? ate) =>
        new(de is { } d && d > De ? d : De, ate is { } a && a < Ate ? a : Ate);
}
