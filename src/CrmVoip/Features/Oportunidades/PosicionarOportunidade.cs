using CrmVoip.Data;
using CrmVoip.Domain;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace CrmVoip.Features.Oportunidades;

/// <summary>Gives an opportunity its place in a stage and saves. Two people may aim at the same place: the loser takes the next one.</summary>
public sealed class PosicionarOportunidade(CrmDbContext db, TimeProvider relogio)
{
    private const int Tentativas = 5;

    public Task NoTopoAsync(Oportunidade oportunidade, Guid etapaId, CancellationToken ct) =>
        EntreAsync(oportunidade, etapaId, null, null, ct);

    /// <summary>
    /// Behind one card, else before the other, else on top. A neighbour that has left the stage meanwhile does not count: the
    /// card still lands where it was dropped, next to the one that stayed.
    /// </summary>
    public async Task EntreAsync(Oportunidade oportunidade, Guid etapaId, Guid? depoisDe, Guid? antesDe, CancellationToken ct)
    {
        for (var tentativa = 1; ; tentativa++)
        {
            var posicao = await LugarAsync(oportunidade.Id, etapaId, depoisDe, antesDe, ct);
            oportunidade.MoverPara(etapaId, posicao, relogio.GetUtcNow());
            try
            {
                await db.SaveChangesAsync(ct);
                return;
            }
            catch (DbUpdateException erro) when (tentativa < Tentativas && PosicaoOcupada(erro))
            {
                // Nothing to undo: the save was rolled back to its savepoint, and the next try reads the new neighbour.
            }
        }
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

    private static bool PosicaoOcupada(DbUpdateException erro) =>
        erro.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation, ConstraintName: Oportunidade.PosicaoIndice };
}
