using CrmVoip.Data;
using CrmVoip.Domain;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.Features.Vendas.Oportunidades;

/// <summary>Gives an opportunity its place in a stage and saves. Two people may aim at the same place: one waits for the other.</summary>
public sealed class PosicionarOportunidade(CrmDbContext db, TimeProvider relogio)
{
    public Task NoTopoAsync(Oportunidade oportunidade, Guid etapaId, CancellationToken ct) =>
        EntreAsync(oportunidade, etapaId, null, null, ct);

    /// <summary>
    /// Behind one card, else before the other, else on top. A neighbour that has left the stage meanwhile does not count: the
    /// card still lands where it was dropped, next to the one that stayed.
    /// </summary>
    public async Task EntreAsync(Oportunidade oportunidade, Guid etapaId, Guid? depoisDe, Guid? antesDe, CancellationToken ct)
    {
        if (!await db.TravarEtapaAsync(etapaId, ct))
        {
            throw new RegraVioladaException("Esta etapa foi arquivada. Atualize a página e escolha outra.");
        }

        oportunidade.MoverPara(etapaId, await LugarAsync(oportunidade.Id, etapaId, depoisDe, antesDe, ct), relogio.GetUtcNow());
        await db.SaveChangesAsync(ct);
    }

    private async Task<string> LugarAsync(Guid id, Guid etapaId, Guid? depoisDe, Guid? antesDe, CancellationToken ct)
    {
        // Closed ones keep their places and count: two rows of a stage never share one.
        var daEtapa = db.Oportunidades.Where(o => o.EtapaId == etapaId && o.Id != id);
        Task<string?> PosicaoDe(Guid? vizinha) => daEtapa.Where(o => o.Id == vizinha).Select(o => (string?)o.Posicao).SingleOrDefaultAsync(ct);

        if (await PosicaoDe(depoisDe) is { } anterior)
        {
            return Posicao.Entre(anterior, await daEtapa.Where(o => o.Posicao.CompareTo(anterior) > 0).MinAsync(o => (string?)o.Posicao, ct));
        }

        return await PosicaoDe(antesDe) is { } seguinte
            ? Posicao.Entre(await daEtapa.Where(o => o.Posicao.CompareTo(seguinte) < 0).MaxAsync(o => (string?)o.Posicao, ct), seguinte)
            : Posicao.Entre(null, await daEtapa.MinAsync(o => (string?)o.Posicao, ct));
    }
}
