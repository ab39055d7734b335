namespace CrmVoip.Domain.Telefonia;

/// <summary>How far the provider's clock is ahead of ours, read from calls that both know.</summary>
public static class RelogioDoProvedor
{
    /// <summary>Less than this is the time an INVITE takes, not a clock.</summary>
    private static readonly TimeSpan _desprezivel = TimeSpan.FromSeconds(30);

    /// <summary>What is worth correcting.</summary>
    public static TimeSpan Correcao(TimeSpan? adiantado) =>
        adiantado is { } quanto && quanto.Duration() >= _desprezivel ? quanto : TimeSpan.Zero;

    public static TimeSpan? Mediana(IEnumerable<TimeSpan> diferencas)
    {
        TimeSpan[] emOrdem = [.. diferencas.Order()];
        return emOrdem.Length == 0 ? null : emOrdem[emOrdem.Length / 2];
    }
}
