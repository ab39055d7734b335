namespace CrmVoip.IntegrationTests.Infra;

/// <summary>The clock of a machine that somebody sets: the time that passes stays the same.</summary>
public sealed class RelogioTorto : TimeProvider
{
    public TimeSpan Adiantado { get; set; }

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + Adiantado;
}
