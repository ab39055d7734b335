using CrmVoip.Data;
using CrmVoip.Work;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace CrmVoip.Features.Pessoas.Auditorias;

/// <summary>Forgets the record of an organization that is older than the operator keeps it, some at a time. Its line is the organization.</summary>
public sealed class ApagarAuditoria(CrmDbContext db, IOptions<OpcoesDaRetencao> opcoes) : ITrabalho
{
    public const int PorVez = 1000;

    public static string Tipo => "apagar-auditoria";

    public async Task<Desfecho> ExecutarAsync(Guid linhaId, int tentativa, CancellationToken ct)
    {
        var (apagados, resta) = await db.EmTransacaoAsync(
            async () =>
            {
                var ate = await db.AgoraAsync(ct) - opcoes.Value.Auditoria;
                var antigos = await db.AuditLog.Where(a => a.OcorridoEm < ate).OrderBy(a => a.OcorridoEm).ThenBy(a => a.Id).Take(PorVez).ExecuteDeleteAsync(ct);
                var maisAntigo = await db.AuditLog.OrderBy(a => a.OcorridoEm).ThenBy(a => a.Id).Select(a => (DateTimeOffset?)a.OcorridoEm).FirstOrDefaultAsync(ct);
                return (antigos, maisAntigo - ate);
            },
            ct);
        return apagados == PorVez ? Desfecho.DeNovoEm(TimeSpan.Zero) : OpcoesDaRetencao.Ate(resta);
    }
}
