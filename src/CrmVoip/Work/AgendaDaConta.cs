using CrmVoip.Data;

namespace CrmVoip.Work;

/// <summary>As Agenda, for work of an account, which belongs to no organization: in a transaction of crm_auth.</summary>
public sealed class AgendaDaConta(ContasDbContext db, Campainha campainha)
{
    /// <summary>What stands in the table for no organization.</summary>
    public static Guid SemOrganizacao => Guid.Empty;

    public async Task AgendarAsync<T>(Guid linhaId, CancellationToken ct)
        where T : ITrabalho
    {
        if (!T.DaConta || db.Database.CurrentTransaction is null)
        {
            throw new InvalidOperationException("Work of an account is scheduled inside the transaction that makes it necessary.");
        }

        await db.EnfileirarAsync(SemOrganizacao, T.Tipo, linhaId, TimeSpan.Zero, ct);
        db.FazerDepoisDoCommit(campainha.Tocar);
    }
}
