namespace CrmVoip.Work;

/// <summary>
/// What an organization ought to have scheduled, read from its own rows: a net for work that was lost, or that an earlier
/// version never scheduled. Scheduled again, periodic work does not become more: two rounds of one line become one.
/// </summary>
public interface ISemente
{
    /// <summary>In the scope and the transaction of the organization.</summary>
    public Task SemearAsync(Agenda agenda, CancellationToken ct);
}
