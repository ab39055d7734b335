using CrmVoip.Data;
using CrmVoip.Domain.Ligacoes;
using CrmVoip.Work;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.Features.Telefonia.Registros;

/// <summary>
/// Makes records of what an earlier version knew of the provider's calls and kept among the facts of ours. A few at a time and
/// as often as one likes: what has its record is left out, so it goes on where it stopped, and finds what an older instance
/// wrote meanwhile.
/// </summary>
public sealed class PreencherRegistros(CrmDbContext db, PreencherLigacao preencher, PreencherTitulares titulares, Agenda agenda)
{
    private const int PorVez = 200;

    // By then no older instance runs any more.
    private static readonly TimeSpan _depoisDaConvivencia = TimeSpan.FromHours(1);

    public async Task ExecutarAsync(Guid integracaoId, CancellationToken ct)
    {
        if (await db.EmTransacaoAsync(() => db.Integracoes.AnyAsync(i => i.Id == integracaoId && i.RegistrosPreenchidosEm != null, ct), ct))
        {
            return;
        }

        await titulares.ExecutarAsync(ct);
        await TudoAsync(ct);
        await db.EmTransacaoAsync(
            async () =>
            {
                (await db.Integracoes.SingleAsync(i => i.Id == integracaoId, ct)).MarcarPreenchida(await db.AgoraAsync(ct));
                await agenda.AgendarAsync<PreencherDeNovo>(integracaoId, _depoisDaConvivencia, ct);
                return await db.SaveChangesAsync(ct);
            },
            ct);
        db.ChangeTracker.Clear();
    }

    /// <returns>How many calls of the provider became records.</returns>
    public async Task<int> TudoAsync(CancellationToken ct)
    {
        await db.EmTransacaoAsync(() => AgendarGanchosAsync(ct), ct);
        var feitos = 0;
        for (Guid? depois = null; ;)
        {
            var (ultima, novos) = await AlgunsAsync(depois, ct);
            feitos += novos;
            if (ultima is null)
            {
                return feitos;
            }

            depois = ultima;
        }
    }

    /// <summary>Calls with facts of the provider that are of no record yet.</summary>
    public Task<int> FaltamAsync(CancellationToken ct) => db.EmTransacaoAsync(
        () => db.Ligacoes.CountAsync(
            l => !db.RegistrosDoProvedor.Any(r => r.LigacaoId == l.Id)
                && db.LigacaoEventos.Any(e => e.LigacaoId == l.Id && (e.Origem == OrigemDoFato.Webhook || e.Origem == OrigemDoFato.Reconciliacao)),
            ct),
        ct);

    private async Task<(Guid? Ultima, int Feitos)> AlgunsAsync(Guid? depois, CancellationToken ct)
    {
        var ids = await db.EmTransacaoAsync(() => ComFatosAsync(depois, ct), ct);
        var feitos = 0;
        foreach (var id in ids)
        {
            feitos += await db.EmTransacaoAsync(() => preencher.ExecutarAsync(id, ct), ct);
            db.ChangeTracker.Clear();
        }

        return (ids.Count == 0 ? null : ids[^1], feitos);
    }

    private Task<List<Guid>> ComFatosAsync(Guid? depois, CancellationToken ct) =>
        db.Ligacoes
            .Where(l => depois == null || l.Id > depois)
            .Where(l => db.LigacaoEventos.Any(e => e.LigacaoId == l.Id && (e.Origem == OrigemDoFato.Webhook || e.Origem == OrigemDoFato.Reconciliacao)))
            .OrderBy(l => l.Id)
            .Select(l => l.Id)
            .Take(PorVez)
            .ToListAsync(ct);

    /// <summary>Webhooks that the version before kept and did not come to work off: nothing is planned for them.</summary>
    private async Task<int> AgendarGanchosAsync(CancellationToken ct)
    {
        var parados = await db.EventosDoProvedor.Where(e => e.ProcessadoEm == null).OrderBy(e => e.RecebidoEm).Select(e => e.Id).ToListAsync(ct);
        foreach (var id in parados)
        {
            await agenda.AgendarAsync<ProcessarGancho>(id, ct);
        }

        return parados.Count;
    }
}
