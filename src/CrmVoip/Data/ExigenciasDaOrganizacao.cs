using CrmVoip.Domain;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.Data;

/// <summary>The papéis of which the organization demands the second factor, and the copy of it that each membership carries.</summary>
public static class ExigenciasDaOrganizacao
{
    public static Task<List<Papel>> PapeisComSegundoFatorAsync(this CrmDbContext db, CancellationToken ct) =>
        db.ExigenciasDeSegundoFator.Select(e => e.Papel).ToListAsync(ct);

    /// <summary>To be called by whoever gives a papel, before saving: a change of the demand waits, or is seen.</summary>
    public static async Task AplicarExigenciaAsync(this CrmDbContext db, Membro membro, CancellationToken ct)
    {
        await db.TravarExigenciasAsync(ct);
        membro.ExigirSegundoFator(await db.ExigenciasDeSegundoFator.AnyAsync(e => e.Papel == membro.Papel, ct));
    }

    /// <summary>Replaces the demand, and tells every membership.</summary>
    public static async Task ExigirSegundoFatorAsync(this CrmDbContext db, IReadOnlyCollection<Papel> papeis, CancellationToken ct)
    {
        await db.ExigenciasDeSegundoFator.ExecuteDeleteAsync(ct);
        db.AddRange(papeis.Select(p => new ExigenciaDeSegundoFator(db.Organizacao.IdExigido, p)));
        await db.SaveChangesAsync(ct);
        await db.Membros.ExecuteUpdateAsync(m => m.SetProperty(x => x.SegundoFatorExigido, x => papeis.Contains(x.Papel)), ct);
    }
}
