using CrmVoip.Data;
using CrmVoip.Domain;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace CrmVoip.Features.Oportunidades;

/// <summary>Puts an opportunity on top of a stage and saves. Two people may aim at the same place: the loser takes the next one.</summary>
public sealed class PosicionarOportunidade(CrmDbContext db, TimeProvider relogio)
{
    private const int Tentativas = 3;

    public async Task NoTopoAsync(Oportunidade oportunidade, Guid etapaId, CancellationToken ct)
    {
        for (var tentativa = 1; ; tentativa++)
        {
            var primeira = await db.Oportunidades.Where(o => o.EtapaId == etapaId).MinAsync(o => (string?)o.Posicao, ct);
            oportunidade.MoverPara(etapaId, Posicao.Entre(null, primeira), relogio.GetUtcNow());
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

    private static bool PosicaoOcupada(DbUpdateException erro) =>
        erro.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation, ConstraintName: Oportunidade.PosicaoIndice };
}
