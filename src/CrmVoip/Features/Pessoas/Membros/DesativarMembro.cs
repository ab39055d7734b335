using CrmVoip.Data;
using CrmVoip.Domain;
using CrmVoip.Domain.Atividades;
using CrmVoip.Web;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.Features.Pessoas.Membros;

/// <summary>
/// Ends somebody's access: the membership, the ramal, and any invitation that would let the person back in. What is open goes
/// to a successor, where one is named; closed deals and calls keep the name.
/// </summary>
public sealed class DesativarMembro(
    CrmDbContext db, MudarMembro mudar, RevogarConvite revogar, IEnumerable<ICarteira> carteiras, Auditoria auditoria, TimeProvider relogio)
{
    public async Task<Resultado<Membro>> ExecutarAsync(Guid id, Guid? sucessorId, CancellationToken ct)
    {
        var sucessor = await db.Membros.SingleOrDefaultAsync(m => m.UsuarioId == sucessorId && m.UsuarioId != id && m.Ativo, ct);
        if (sucessorId is not null && sucessor is null)
        {
            return Recusa.DoCampo(nameof(SaidaForm.Sucessor), "Escolha alguém da lista.");
        }

        var mudado = await mudar.ExecutarAsync(id, m => Desativar(m, sucessor), ct);
        if (mudado.Recusa is not null)
        {
            return mudado;
        }

        var membro = mudado.Valor;
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

        foreach (var carteira in membro.SucessorId is null ? [] : carteiras)
        {
            await carteira.PassarAsync(membro, ct);
        }

        await db.SaveChangesAsync(ct);
        return membro;
    }

    private MembroDesativado? Desativar(Membro membro, Membro? sucessor)
    {
        if (!membro.Ativo)
        {
            return null;
        }

        membro.Desativar(relogio.GetUtcNow(), sucessor?.UsuarioId);
        return new MembroDesativado { Papel = membro.Papel, Sucessor = sucessor?.Nome };
    }
}
