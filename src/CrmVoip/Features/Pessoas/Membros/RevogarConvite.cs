using CrmVoip.Data;
using CrmVoip.Domain;
using CrmVoip.Domain.Atividades;
using CrmVoip.Web;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.Features.Pessoas.Membros;

/// <summary>Ends an invitation before it is accepted.</summary>
public sealed class RevogarConvite(CrmDbContext db, Auditoria auditoria, TimeProvider relogio)
{
    /// <exception cref="RegraVioladaException">It was accepted meanwhile.</exception>
    public async Task<Resultado<Convite>> ExecutarAsync(Guid id, CancellationToken ct)
    {
        await db.TravarConviteAsync(id, ct);
        if (await db.Convites.SingleOrDefaultAsync(c => c.Id == id, ct) is not { } convite)
        {
            return Recusa.NaoEncontrada;
        }

        if (convite.RevogadoEm is null)
        {
            convite.Revogar(relogio.GetUtcNow());
            auditoria.Registrar(new ConviteRevogado { Email = convite.Email, Papel = convite.Papel }, convite.Id);
            await db.SaveChangesAsync(ct);
        }

        return convite;
    }
}
