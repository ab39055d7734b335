using CrmVoip.Data;
using CrmVoip.Domain.Ligacoes;
using CrmVoip.Work;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace CrmVoip.Features.Telefonia.Registros;

/// <summary>
/// Forgets raw material that is older than the operator keeps it, some at a time, once a day. A call whose facts are gone keeps
/// what they amounted to. Its line is the organization.
/// </summary>
public sealed class ApagarAntigos(CrmDbContext db, IOptions<OpcoesDeRetencao> opcoes) : ITrabalho
{
    private const int PorVez = 1000;
    private static readonly TimeSpan _cadencia = TimeSpan.FromDays(1);

    public static string Tipo => "apagar-antigos";

    public async Task<Desfecho> ExecutarAsync(Guid linhaId, int tentativa, CancellationToken ct)
    {
        var agora = await db.EmTransacaoAsync(() => db.AgoraAsync(ct), ct);
        var (avisos, fatos) = (agora - opcoes.Value.Avisos, agora - opcoes.Value.Fatos);
        var apagados = await db.EmTransacaoAsync(
            async () =>
                await db.EventosDoProvedor.Where(e => e.RecebidoEm < avisos && e.ProcessadoEm != null).OrderBy(e => e.RecebidoEm).Take(PorVez).ExecuteDeleteAsync(ct)
                + await db.LigacaoEventos
                    .Where(e => e.RecebidoEm < fatos && db.Ligacoes.Any(l => l.Id == e.LigacaoId && l.Status != StatusDaLigacao.EmAndamento))
                    .OrderBy(e => e.RecebidoEm).Take(PorVez).ExecuteDeleteAsync(ct)
                + await db.LeiturasDoProvedor.Where(l => l.VistaEm < fatos).OrderBy(l => l.VistaEm).Take(PorVez).ExecuteDeleteAsync(ct),
            ct);
        return Desfecho.DeNovoEm(apagados < PorVez ? _cadencia : TimeSpan.Zero);
    }
}
