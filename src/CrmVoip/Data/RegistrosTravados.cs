using CrmVoip.Domain.Telefonia;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.Data;

public static class RegistrosTravados
{
    /// <summary>
    /// A record of the provider as it is once its ramal is held, to the end of the transaction: whoever decides about it decides
    /// alone. Null when there is none.
    /// </summary>
    public static async Task<RegistroDoProvedor?> RegistroTravadoAsync(this CrmDbContext db, Guid registroId, CancellationToken ct)
    {
        var ramal = await db.RegistrosDoProvedor.Where(r => r.Id == registroId).Select(r => r.Ramal).SingleOrDefaultAsync(ct);
        await db.TravarRamalAsync(ramal ?? "", ct);
        return await db.RegistrosDoProvedor.SingleOrDefaultAsync(r => r.Id == registroId, ct);
    }
}
