using CrmVoip.Domain;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.Data;

public static class RamaisAntigos
{
    /// <summary>Those in force and those taken away, as far as the walls show them. Still of this organization only.</summary>
    public static IQueryable<RamalVoip> RamaisDeSempre(this CrmDbContext db) =>
        db.RamaisVoip.IgnoreQueryFilters([CrmDbContext.FiltroVigente]);

    /// <summary>The ramais that were taken away, which every other query leaves out. Still of this organization only.</summary>
    public static IQueryable<RamalVoip> RamaisRevogados(this CrmDbContext db) =>
        db.RamaisDeSempre().Where(r => r.RevogadoEm != null);
}
