using CrmVoip.Data;
using CrmVoip.Tenancy;

namespace CrmVoip.Work;

/// <summary>
/// Schedules work of the current organization, in the transaction that makes it necessary: rolled back, it never was. It
/// starts after the commit, on this instance within milliseconds when it is due at once.
/// </summary>
public sealed class Agenda(CrmDbContext db, OrganizacaoAtual atual, Campainha campainha)
{
    public Task AgendarAsync<T>(Guid linhaId, CancellationToken ct)
        where T : ITrabalho =>
        AgendarAsync(T.Tipo, linhaId, TimeSpan.Zero, ct);

    public Task AgendarAsync<T>(Guid linhaId, TimeSpan daquiA, CancellationToken ct)
        where T : ITrabalho =>
        AgendarAsync(T.Tipo, linhaId, daquiA, ct);

    /// <summary>From now on by the clock of the database, not by this instance's.</summary>
    public async Task AgendarAsync(string tipo, Guid linhaId, TimeSpan daquiA, CancellationToken ct)
    {
        if (db.Database.CurrentTransaction is null)
        {
            throw new InvalidOperationException("Work is scheduled inside the transaction that makes it necessary.");
        }

        await db.EnfileirarAsync(atual.IdExigido, tipo, linhaId, daquiA, ct);
        db.FazerDepoisDoCommit(campainha.Tocar);
    }
}
