using CrmVoip.Data;
using CrmVoip.Domain.Ligacoes;
using CrmVoip.Domain.Telefonia;
using CrmVoip.Features.Telefonia.Ligacoes;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.Features.Telefonia.Registros;

/// <summary>
/// The records of one call's facts of the provider, in the caller's transaction. What is known already is left; what an older
/// instance wrote later is added to the record it belongs to.
/// </summary>
public sealed class PreencherLigacao(CrmDbContext db, CasarRegistros casar, ProjetarLigacao projetar, AgendarLigacaoDeFora deFora)
{
    private static readonly TimeSpan _mesmoInicio = TimeSpan.FromSeconds(2);

    /// <returns>How many records were made.</returns>
    public async Task<int> ExecutarAsync(Guid ligacaoId, CancellationToken ct)
    {
        var ligacao = await db.Ligacoes.AsNoTracking().SingleAsync(l => l.Id == ligacaoId, ct);
        await db.TravarRamalAsync(ligacao.Ramal, ct);
        var fatos = await db.LigacaoEventos.AsNoTracking()
            .Where(e => e.LigacaoId == ligacaoId && (e.Origem == OrigemDoFato.Webhook || e.Origem == OrigemDoFato.Reconciliacao))
            .OrderBy(e => e.RecebidoEm)
            .ToListAsync(ct);
        var feitos = 0;
        foreach (var doProvedor in fatos.Where(f => f.Dados.ProvedorId is { Length: > 0 and <= IdDoRegistro.ProvedorIdMaximo }).GroupBy(f => f.Dados.ProvedorId!))
        {
            feitos += await DoIdAsync(ligacao, doProvedor.Key, [.. doProvedor], ct) ? 1 : 0;
        }

        return feitos;
    }

    private async Task<bool> DoIdAsync(Ligacao ligacao, string provedorId, List<LigacaoEvento> fatos, CancellationToken ct)
    {
        var leituras = fatos.ConvertAll(f => LeiturasAntigas.Leitura(f, Guid.Empty).NaLinha(ligacao));
        var conhecido = await db.RegistroComIdAsync(provedorId, "", ct) is { } id ? await db.RegistrosDoProvedor.SingleAsync(r => r.Id == id, ct) : null;
        var registro = conhecido ?? await DeOutroIdAsync(ligacao, leituras, ct) ?? new RegistroDoProvedor(ligacao.OrganizacaoId);
        var novo = db.Entry(registro).State == EntityState.Detached;
        if (!await GuardarAsync(registro, leituras, ct))
        {
            return false;
        }

        if (conhecido is null)
        {
            db.Add(new IdDoRegistro(ligacao.OrganizacaoId, provedorId, ligacao.SipDomain?.ToLowerInvariant() ?? "", registro.Id));
        }

        await VincularAsync(registro, ligacao, novo, ct);
        return novo;
    }

    /// <summary>The provider may give one call several ids: the record that another source told of, with the same start.</summary>
    private async Task<RegistroDoProvedor?> DeOutroIdAsync(Ligacao ligacao, List<LeituraDoProvedor> leituras, CancellationToken ct)
    {
        var fontes = leituras.Select(l => l.Fonte).Distinct().ToList();
        var inicio = leituras.Select(l => l.Dados.InicioEm).FirstOrDefault(i => i is not null);
        var daLigacao = await db.RegistrosDoProvedor.SingleOrDefaultAsync(
            r => r.LigacaoId == ligacao.Id && !db.LeiturasDoProvedor.Any(l => l.RegistroId == r.Id && fontes.Contains(l.Fonte)), ct);
        return daLigacao is not null && !((inicio - daLigacao.InicioEm)?.Duration() > _mesmoInicio) ? daLigacao : null;
    }

    private async Task<bool> GuardarAsync(RegistroDoProvedor registro, List<LeituraDoProvedor> leituras, CancellationToken ct)
    {
        var todas = await db.LeiturasDoProvedor.Where(l => l.RegistroId == registro.Id).ToListAsync(ct);
        var novas = leituras
            .Select(l => new LeituraDoProvedor(l.OrganizacaoId, registro.Id, l.Fonte, l.RecebidaEm) { Dados = l.Dados })
            .DistinctBy(l => (l.Fonte, l.Resumo))
            .Where(l => !todas.Exists(t => t.Fonte == l.Fonte && t.Resumo == l.Resumo))
            .ToList();
        if (novas.Count == 0)
        {
            return false;
        }

        registro.Projetar(RelatoDoProvedor.De([.. todas, .. novas]));
        if (db.Entry(registro).State == EntityState.Detached)
        {
            db.Add(registro);
        }

        db.AddRange(novas);
        return true;
    }

    private async Task VincularAsync(RegistroDoProvedor registro, Ligacao ligacao, bool novo, CancellationToken ct)
    {
        if (novo && !await db.RegistrosDoProvedor.AnyAsync(r => r.LigacaoId == ligacao.Id, ct))
        {
            registro.Vincular(ligacao.Id, MotivoDoVinculo.Herdado, await db.AgoraAsync(ct), null, TimeSpan.Zero);
        }

        await db.SaveChangesAsync(ct);
        await casar.ExecutarAsync(ligacao.Ramal, registro.ComecoEm, ct);
        await deFora.ExecutarAsync(registro, ct);
        await db.SaveChangesAsync(ct);
        if (!novo && registro.LigacaoId is { } sua)
        {
            await db.TravarLigacaoAsync(sua, ct);
            await projetar.ExecutarAsync(await db.Ligacoes.SingleAsync(l => l.Id == sua, ct), ct);
            await db.SaveChangesAsync(ct);
        }
    }
}
