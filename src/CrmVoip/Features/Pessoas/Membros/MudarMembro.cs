using CrmVoip.Data;
using CrmVoip.Domain;
using CrmVoip.Domain.Atividades;
using CrmVoip.Features.Pessoas.Correio;
using CrmVoip.Tenancy;
using CrmVoip.Web;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.Features.Pessoas.Membros;

/// <summary>The one way to change somebody's membership: under the lock and the rules of the administradores, and recorded.</summary>
public sealed class MudarMembro(CrmDbContext db, OrganizacaoAtual atual, Auditoria auditoria, AvisarMembro aviso)
{
    /// <param name="id">Whose membership.</param>
    /// <param name="mudar">Null when there was nothing to change.</param>
    /// <param name="ct">Ends the wait for the lock.</param>
    public async Task<Resultado<Membro>> ExecutarAsync(Guid id, Func<Membro, AtividadeDoMembro?> mudar, CancellationToken ct)
    {
        var administradores = await db.TravarAdministradoresAsync(ct);
        if (await db.Membros.SingleOrDefaultAsync(m => m.UsuarioId == id, ct) is not { } membro)
        {
            return Recusa.NaoEncontrada;
        }

        RegrasDosMembros.ConferirMudanca(administradores, atual.UsuarioIdExigido, id);
        if (mudar(membro) is { } mudanca)
        {
            await db.AplicarExigenciaAsync(membro, ct);
            var registro = auditoria.Registrar(mudanca, id);
            await db.SaveChangesAsync(ct);
            await aviso.AgendarAsync(registro, ct);
        }

        return membro;
    }
}
