using CrmVoip.Data;
using CrmVoip.Domain.Ligacoes;
using CrmVoip.Work;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.Features.Telefonia.Registros;

/// <summary>Pairs the records around a call anew when its end is known: what the browser saw tells them apart.</summary>
public sealed class CasarLigacao(CrmDbContext db, CasarRegistros casar) : ITrabalho
{
    public static string Tipo => "casar-ligacao";

    public async Task<Desfecho> ExecutarAsync(Guid linhaId, int tentativa, CancellationToken ct)
    {
        await db.EmTransacaoAsync(
            async () =>
            {
                var ligacao = await db.Ligacoes.AsNoTracking()
                    .Where(l => l.Id == linhaId && l.Origem == OrigemDaLigacao.Crm)
                    .Select(l => new { l.Ramal, l.InicioEm, l.FimEm })
                    .SingleOrDefaultAsync(ct);
                if (ligacao is not null)
                {
                    await db.TravarRamalAsync(ligacao.Ramal, ct);
                    await casar.ExecutarAsync(ligacao.Ramal, ligacao.InicioEm, ct);

                    // A record without a start lies where its end does.
                    if (ligacao.FimEm is { } fim && fim - ligacao.InicioEm > CasarRegistros.Decide)
                    {
                        await db.SaveChangesAsync(ct);
                        await casar.ExecutarAsync(ligacao.Ramal, fim, ct);
                    }
                }

                return await db.SaveChangesAsync(ct);
            },
            ct);
        return Desfecho.Feito;
    }
}
