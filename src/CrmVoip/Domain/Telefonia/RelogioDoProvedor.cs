namespace CrmVoip.Domain.Telefonia;

/// <summary>How far the provider's clock is ahead of ours, read from calls that both know.</summary>
public static class RelogioDoProvedor
{
    private const int BastantesParaCombinar = 3;
    private static readonly TimeSpan _iguais = TimeSpan.FromSeconds(8);

    /// <summary>Less than this is the time an INVITE takes, not a clock.</summary>
    private static readonly TimeSpan _desprezivel = TimeSpan.FromSeconds(30);

    /// <summary>What is worth correcting.</summary>
    public static TimeSpan Correcao(TimeSpan? adiantado) =>
        adiantado is { } quanto && quanto.Duration() >= _desprezivel ? quanto : TimeSpan.Zero;

    /// <summary>The clock that several calls show, each by itself; null where they are few, or disagree.</summary>
    public static TimeSpan? Combinado(IReadOnlyCollection<TimeSpan> diferencas) =>
        diferencas.Count >= BastantesParaCombinar && diferencas.Max() - diferencas.Min() <= _iguais ? Mediana(diferencas) : null;

    public static TimeSpan? Mediana(IEnumerable<TimeSpan> diferencas)
    {
        TimeSpan[] emOrdem = [.. diferencas.Order()];
        return emOrdem.Length == 0 ? null : emOrdem[emOrdem.Length / 2];
    }
}
