using CrmVoip.Data;
using CrmVoip.Domain.Ligacoes;
using CrmVoip.Domain.Telefonia;
using CrmVoip.Work;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.Features.Telefonia.Ligacoes;

/// <summary>
/// Makes records of what an earlier version knew of the provider's calls and kept among the facts of ours. A few at a time and
/// as often as one likes: what has its record is left out, so it goes on where it stopped, and finds what an older instance
/// wrote meanwhile.
/// </summary>
public sealed class PreencherRegistros(
    CrmDbContext db, CasarRegistros casar, AgendarLigacaoDeFora deFora, PreencherTitulares titulares, Agenda agenda)
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
        var feitos = 0;
        for (Guid? depois = null; ;)
        {
            var (ultima, novos) = await db.EmTransacaoAsync(() => AlgunsAsync(depois, ct), ct);
            db.ChangeTracker.Clear();
            feitos += novos;
            if (ultima is null)
            {
                return feitos;
            }

            depois = ultima;
        }
    }

    private async Task<(Guid? Ultima, int Feitos)> AlgunsAsync(Guid? depois, CancellationToken ct)
    {
        var ids = await db.Ligacoes
            .Where(l => depois == null || l.Id > depois)
            .Where(l => db.LigacaoEventos.Any(e => e.LigacaoId == l.Id && (e.Origem == OrigemDoFato.Webhook || e.Origem == OrigemDoFato.Reconciliacao)))
            .OrderBy(l => l.Id)
            .Select(l => l.Id)
            .Take(PorVez)
            .ToListAsync(ct);
        var feitos = 0;
        foreach (var id in ids)
        {
            feitos += await DaLigacaoAsync(id, ct);
        }

        return (ids.Count == 0 ? null : ids[^1], feitos);
    }

    private async Task<int> DaLigacaoAsync(Guid ligacaoId, CancellationToken ct)
    {
        var ligacao = await db.Ligacoes.AsNoTracking().SingleAsync(l => l.Id == ligacaoId, ct);
        await db.TravarRamalAsync(ligacao.Ramal, ct);
        var fatos = await db.LigacaoEventos.AsNoTracking()
            .Where(e => e.LigacaoId == ligacaoId && (e.Origem == OrigemDoFato.Webhook || e.Origem == OrigemDoFato.Reconciliacao))
            .ToListAsync(ct);
        var feitos = 0;
        foreach (var doProvedor in fatos.Where(f => f.Dados.ProvedorId is { Length: > 0 and <= IdDoRegistro.ProvedorIdMaximo }).GroupBy(f => f.Dados.ProvedorId!))
        {
            if (!await db.IdsDosRegistros.AnyAsync(i => i.ProvedorId == doProvedor.Key, ct))
            {
                await CriarAsync(ligacao, doProvedor.Key, [.. doProvedor], ct);
                feitos++;
            }
        }

        return feitos;
    }

    private async Task CriarAsync(Ligacao ligacao, string provedorId, List<LigacaoEvento> fatos, CancellationToken ct)
    {
        var registro = new RegistroDoProvedor(ligacao.OrganizacaoId);
        var leituras = fatos.ConvertAll(f => LeiturasAntigas.Leitura(f, registro.Id)).ConvertAll(l => l.NaLinha(ligacao))
            .DistinctBy(l => (l.Fonte, l.Resumo)).ToList();
        registro.Projetar(RelatoDoProvedor.De(leituras));
        db.Add(registro);
        db.Add(new IdDoRegistro(ligacao.OrganizacaoId, provedorId, ligacao.SipDomain?.ToLowerInvariant() ?? "", registro.Id));
        db.AddRange(leituras);
        if (!await db.RegistrosDoProvedor.AnyAsync(r => r.LigacaoId == ligacao.Id, ct))
        {
            registro.Vincular(ligacao.Id, MotivoDoVinculo.Herdado, await db.AgoraAsync(ct), null, TimeSpan.Zero);
        }

        await db.SaveChangesAsync(ct);
        await casar.ExecutarAsync(ligacao.Ramal, registro.ComecoEm, ct);
        await deFora.ExecutarAsync(registro, ct);
        await db.SaveChangesAsync(ct);
    }
}
