using CrmVoip.Data;
using CrmVoip.Work;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.Features.Telefonia.Ramais;

/// <summary>Looks at ramais that wait, or that an earlier version wrote, when somebody enters.</summary>
public sealed class SementeDosRamais(CrmDbContext db) : ISemente
{
    public async Task SemearAsync(Agenda agenda, CancellationToken ct)
    {
        if (await db.RamaisTitulares.AnyAsync(t => t.Ate == null && t.Confirmado != true, ct))
        {
            await agenda.AgendarAsync<ConferirRamais>(db.Organizacao.IdExigido, ct);
        }

        if (await db.RamaisTitulares.SemUsos().AnyAsync(ct))
        {
            await agenda.AgendarAsync<PreencherUsos>(db.Organizacao.IdExigido, ct);
        }
    }
}
