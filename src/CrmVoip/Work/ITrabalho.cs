namespace CrmVoip.Work;

/// <summary>
/// Work that follows a commit or waits for time. Made in the scope of its organization. It may run twice, and one run stands
/// for all rows of its line that were due: it looks at the rows it is about, never at how it was called. No transaction is
/// held across a call to the provider.
/// </summary>
public interface ITrabalho
{
    /// <summary>What the rows are called in the table; never renamed while an older version runs.</summary>
    public static abstract string Tipo { get; }

    /// <summary>Waits for somebody else's server: runs in a lane of its own, so that it takes no place from what is quick.</summary>
    public static virtual bool Lento => false;

    /// <summary>Of an account, scheduled by AgendaDaConta: runs in a scope without an organization.</summary>
    public static virtual bool DaConta => false;

    /// <summary>Runs that fail before the row is given up and kept for the operator.</summary>
    public static virtual int TentativasMaximo => 12;

    /// <summary>A run that takes longer is cancelled, and counts as failed.</summary>
    public static virtual TimeSpan Prazo => TimeSpan.FromMinutes(5);

    /// <summary>The line is what the work is about, as it was scheduled; the run is 1 at first, and anew after a success.</summary>
    public Task<Desfecho> ExecutarAsync(Guid linhaId, int tentativa, CancellationToken ct);
}

/// <summary>How a run ended. An exception means that it failed: it is tried again, later each time.</summary>
public sealed class Desfecho
{
    private Desfecho(TimeSpan? deNovo) => DeNovo = deNovo;

    public static Desfecho Feito { get; } = new(null);

    /// <summary>Null when nothing is left to do.</summary>
    public TimeSpan? DeNovo { get; }

    /// <summary>A span, not an instant: it is counted by the clock of the database.</summary>
    public static Desfecho DeNovoEm(TimeSpan espera) => new(espera < TimeSpan.Zero ? TimeSpan.Zero : espera);
}
