using CrmVoip.Data;
using CrmVoip.Work;

namespace CrmVoip.Features.Pessoas.Auditorias;

/// <summary>Every organization forgets what is old of its record.</summary>
public sealed class SementeDaAuditoria(CrmDbContext db) : ISemente
{
    public Task SemearAsync(Agenda agenda, CancellationToken ct) => agenda.AgendarAsync<ApagarAuditoria>(db.Organizacao.IdExigido, TimeSpan.FromHours(1), ct);
}
