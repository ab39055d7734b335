using CrmVoip.Data;
using CrmVoip.Domain.Ligacoes;
using CrmVoip.Domain.Telefonia;
using CrmVoip.Features.Telefonia.Ligacoes;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.Features.Telefonia.Registros;

/// <summary>
/// Writes what pairing found, where it differs from what stands: a link is a fact with its reason, replaced when the facts say
/// otherwise. Calls that lose or gain a record are projected anew; one that was made of a record leaves, or comes back.
/// </summary>
public sealed class VincularRegistro(CrmDbContext db, ProjetarLigacao projetar, AgendarLigacaoDeFora deFora)
{
    public async Task ExecutarAsync(
        IReadOnlyCollection<(RegistroDoProvedor Registro, Casado Casado)> pares,
        IReadOnlyCollection<LigacaoParaCasar> ligacoes,
        CancellationToken ct)
    {
        // Any other was planned for when its end was heard of: to plan for all of them each time is the square of a busy morning.
        var reabertos = pares.Where(p => p.Registro.EmDuvida || Muda(p.Registro, p.Casado)).Select(p => p.Registro).ToList();
        var mudancas = pares.Where(p => Muda(p.Registro, p.Casado)).ToList();
        foreach (var (registro, casado) in pares.Where(p => p.Casado.LigacaoId is null && !p.Registro.DeLigacaoNossa))
        {
            registro.Duvidar(casado.Candidatas);
        }

        if (mudancas.Count > 0)
        {
            await MudarAsync(mudancas, ligacoes, ct);
        }

        foreach (var registro in reabertos)
        {
            await deFora.ExecutarAsync(registro, ct);
        }
    }

    private async Task MudarAsync(
        List<(RegistroDoProvedor Registro, Casado Casado)> mudancas, IReadOnlyCollection<LigacaoParaCasar> ligacoes, CancellationToken ct)
    {
        var desfeitas = mudancas.Select(m => m.Registro.LigacaoId).OfType<Guid>().ToList();
        var tocadas = await TravarAsync([.. desfeitas, .. mudancas.Select(m => m.Casado.LigacaoId).OfType<Guid>()], ct);

        // Saved apart: a call has one record at each moment.
        mudancas.ForEach(m => m.Registro.Desvincular());
        var soltos = await SoltarAsync([.. mudancas.Select(m => m.Casado.LigacaoId).OfType<Guid>()], mudancas, ct);
        await db.SaveChangesAsync(ct);
        var agora = await db.AgoraAsync(ct);
        foreach (var (registro, casado) in mudancas)
        {
            Aplicar(registro, casado, ligacoes, agora, tocadas);
        }

        await db.SaveChangesAsync(ct);
        foreach (var ligacao in tocadas.Values)
        {
            await projetar.ExecutarAsync(ligacao, ct);
        }

        foreach (var solto in soltos)
        {
            await deFora.ExecutarAsync(solto, ct);
        }
    }

    private static bool Muda(RegistroDoProvedor registro, Casado casado) =>
        casado.LigacaoId is { } ligacaoId
            ? registro.LigacaoId != ligacaoId || registro.Motivo != casado.Motivo
            : registro.Motivo is MotivoDoVinculo.Proximidade or MotivoDoVinculo.Ordem;

    // A record outside the span that was decided may still hold one of the calls, by a weaker reason.
    private async Task<List<RegistroDoProvedor>> SoltarAsync(List<Guid> ligacaoIds, List<(RegistroDoProvedor Registro, Casado Casado)> mudancas, CancellationToken ct)
    {
        var doLado = mudancas.ConvertAll(m => m.Registro.Id);
        var outros = await db.RegistrosDoProvedor.Where(r => r.LigacaoId != null && ligacaoIds.Contains(r.LigacaoId.Value) && !doLado.Contains(r.Id)).ToListAsync(ct);
        outros.ForEach(r => r.Desvincular());
        return outros;
    }

    private async Task<Dictionary<Guid, Ligacao>> TravarAsync(Guid[] ids, CancellationToken ct)
    {
        var deFora = await db.Ligacoes.Where(l => l.SubstituidaPor != null && ids.Contains(l.SubstituidaPor.Value)).Select(l => l.Id).ToListAsync(ct);
        var todas = ids.Concat(deFora).Distinct().Order().ToArray();
        foreach (var id in todas)
        {
            await db.TravarLigacaoAsync(id, ct);
        }

        return await db.Ligacoes.Where(l => todas.Contains(l.Id)).ToDictionaryAsync(l => l.Id, ct);
    }

    private static void Aplicar(
        RegistroDoProvedor registro,
        Casado casado,
        IReadOnlyCollection<LigacaoParaCasar> ligacoes,
        DateTimeOffset agora,
        Dictionary<Guid, Ligacao> tocadas)
    {
        var deFora = tocadas.Values.SingleOrDefault(l => l.RegistroId == registro.Id);
        if (casado is { LigacaoId: { } ligacaoId, Motivo: { } motivo })
        {
            var diferenca = registro.InicioEm - ligacoes.FirstOrDefault(l => l.NoRamal.Id == ligacaoId)?.NoRamal.ChamandoEm;
            registro.Vincular(ligacaoId, motivo, agora, diferenca, RelogioDoProvedor.Correcao(casado.Adiantado ?? diferenca));
            deFora?.SubstituirPor(tocadas[ligacaoId]);
        }
        else if (deFora is not null)
        {
            registro.Vincular(deFora.Id, MotivoDoVinculo.ForaDoCrm, agora, null, RelogioDoProvedor.Correcao(casado.Adiantado));
            registro.Duvidar(casado.Candidatas);
            deFora.VoltarAContar(tocadas.GetValueOrDefault(deFora.SubstituidaPor ?? Guid.Empty));
        }
        else
        {
            registro.Duvidar(casado.Candidatas);
        }
    }
}
