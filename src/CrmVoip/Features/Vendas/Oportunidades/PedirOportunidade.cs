using CrmVoip.Data;
using CrmVoip.Domain;
using CrmVoip.Domain.Atividades;
using CrmVoip.Features.Vendas.Recados;
using CrmVoip.Mail;
using CrmVoip.Tenancy;
using CrmVoip.Web;
using CrmVoip.Work;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.Features.Vendas.Oportunidades;

/// <summary>Asks the responsável for an opportunity: who gets word of it and sees it there, in the history, and by mail where it is set up. Twice is once.</summary>
public sealed class PedirOportunidade(
    CrmDbContext db, OrganizacaoAtual atual, Auditoria auditoria, DeixarRecado recados, Agenda agenda, ICorreio correio, TimeProvider relogio)
{
    /// <returns>Null: it is asked for.</returns>
    public async Task<Recusa?> ExecutarAsync(Guid id, CancellationToken ct)
    {
        await db.TravarOportunidadeAsync(id, ct);
        if (await db.Oportunidades.SingleOrDefaultAsync(o => o.Id == id, ct) is not { } oportunidade)
        {
            return Recusa.NaoEncontrada;
        }

        if (oportunidade.PedidaPorId == atual.UsuarioId)
        {
            return null;
        }

        oportunidade.Pedir(atual.UsuarioIdExigido, relogio.GetUtcNow());
        auditoria.Registrar(new OportunidadePedida(), id, id);
        await recados.SobreAsync(oportunidade, TipoDeRecado.Pedido, oportunidade.ResponsavelId, ct);
        await db.SaveChangesAsync(ct);
        if (correio.Configurado)
        {
            await agenda.AgendarAsync<AvisarResponsavel>(id, ct);
        }

        return null;
    }
}
