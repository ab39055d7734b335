using CrmVoip.Api4Com;
using CrmVoip.Data;
using CrmVoip.Domain.Telefonia;
using CrmVoip.Work;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.Features.Telefonia.Registros;

/// <summary>Makes a reading of a webhook that was kept.</summary>
public sealed class ProcessarGancho(CrmDbContext db, Api4ComOptions api4com, AprenderDoProvedor aprender, TimeProvider relogio) : ITrabalho
{
    public static string Tipo => "processar-gancho";

    public async Task<Desfecho> ExecutarAsync(Guid linhaId, int tentativa, CancellationToken ct)
    {
        await db.EmTransacaoAsync(
            async () =>
            {
                if (await db.EventoLivre(linhaId).SingleOrDefaultAsync(ct) is not { ProcessadoEm: null } evento)
                {
                    return 0;
                }

                evento.Processar(null, relogio.GetUtcNow());
                db.ContarDepoisDoCommit(() => MedidasDosGanchos.Aplicou(relogio.GetUtcNow() - evento.RecebidoEm));
                if (Api4ComWebhook.Parse(evento.Corpo, api4com) is { } aviso)
                {
                    await aprender.ExecutarAsync(FonteDaLeitura.Webhook, LeiturasDaApi4Com.DoWebhook(aviso), evento.RecebidoEm, ct);
                }

                return await db.SaveChangesAsync(ct);
            },
            ct);
        return Desfecho.Feito;
    }
}
