using CrmVoip.Domain;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.Data;

public static class RamaisAntigos
{
    /// <summary>The ramais that were taken away, which every other query leaves out. Still of this organization only.</summary>
    public static IQueryable<RamalVoip> RamaisRevogados(this CrmDbContext db) =>
        db.RamaisVoip.IgnoreQueryFilters([CrmDbContext.FiltroVigente]).Where(r => r.RevogadoEm != null);
}
