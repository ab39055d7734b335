using CrmVoip.Data;
using CrmVoip.Work;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.Features.Telefonia.Registros;

/// <summary>What every connected organization has planned: to ask the provider's list, and to forget what is old.</summary>
public sealed class SementeDosRegistros(CrmDbContext db) : ISemente
{
    // Spread over the hour, and after whoever enters has their page.
    private static readonly TimeSpan _logo = TimeSpan.FromMinutes(1);

    public async Task SemearAsync(Agenda agenda, CancellationToken ct)
    {
        var conexao = await db.Integracoes.Conectadas().Select(i => (Guid?)i.Id).SingleOrDefaultAsync(ct);
        if (conexao is { } id)
        {
            await agenda.AgendarAsync<ConferirConexao>(id, _logo + TimeSpan.FromSeconds(id.GetHashCode() & 0x3FF), ct);
            await agenda.AgendarAsync<ApagarAntigos>(db.Organizacao.IdExigido, TimeSpan.FromHours(1), ct);
        }
    }
}
