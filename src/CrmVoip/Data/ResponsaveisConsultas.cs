using Microsoft.EntityFrameworkCore;

namespace CrmVoip.Data;

public static class ResponsaveisConsultas
{
    /// <summary>Who is responsável of that deal now; null of none.</summary>
    public static Task<Guid?> ResponsavelDaAsync(this CrmDbContext db, Guid? oportunidadeId, CancellationToken ct) =>
        db.Oportunidades.Where(o => o.Id == oportunidadeId).Select(o => (Guid?)o.ResponsavelId).SingleOrDefaultAsync(ct);
}
