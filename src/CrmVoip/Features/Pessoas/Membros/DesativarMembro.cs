using CrmVoip.Data;
using CrmVoip.Domain;
using CrmVoip.Domain.Atividades;
using CrmVoip.Web;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.Features.Pessoas.Membros;

/// <summary>
/// Ends somebody's access: the membership, the ramal, and any invitation that would let the person back in. Deals and calls
/// keep the name.
/// </summary>
public sealed class DesativarMembro(CrmDbContext db, MudarMembro mudar, RevogarConvite revogar, Auditoria auditoria, TimeProvider relogio)
{
    /// <returns>Null when there is no such member.</returns>
    public async Task<Membro?> ExecutarAsync(Guid id, CancellationToken ct)
    {
        var membro = await mudar.ExecutarAsync(id, Desativar, ct);
        if (membro is null)
        {
            return null;
        }

        if (await db.RamaisVoip.SingleOrDefaultAsync(r => r.UsuarioId == id, ct) is { } ramal)
        {
            ramal.Revogar(relogio.GetUtcNow());
            await db.ManterTitularAsync(ramal, relogio.GetUtcNow(), ct);
            auditoria.Registrar(new RamalRevogado().Do(ramal), ramal.Id);
        }

        foreach (var convite in await db.Convites.EmAberto().Where(c => c.Email == membro.Email).Select(c => c.Id).ToListAsync(ct))
        {
            await revogar.ExecutarAsync(convite, ct);
        }

        await db.SaveChangesAsync(ct);
        return membro;
    }

    private MembroDesativado? Desativar(Membro membro)
    {
        if (!membro.Ativo)
        {
            return null;
        }

        membro.Desativar(relogio.GetUtcNow());
        return new MembroDesativado { Papel = membro.Papel };
    }
}
