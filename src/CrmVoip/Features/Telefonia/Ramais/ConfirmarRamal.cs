using CrmVoip.Data;
using CrmVoip.Domain;
using CrmVoip.Domain.Atividades;
using CrmVoip.Tenancy;
using CrmVoip.Web;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.Features.Telefonia.Ramais;

/// <summary>What the administrador decides about somebody's ramal: that it is this person's, that it is off, on, or gone.</summary>
public sealed class ConfirmarRamal(CrmDbContext db, OrganizacaoAtual atual, Auditoria auditoria, TimeProvider relogio)
{
    /// <param name="id">Which.</param>
    /// <param name="extension">The number that the administrador saw: its person may change it at any moment.</param>
    /// <param name="ct">Ends the work.</param>
    /// <exception cref="RegraVioladaException">Somebody else has that number, or it is another one by now.</exception>
    public Task<RamalVoip?> ConfirmarAsync(Guid id, string? extension, CancellationToken ct) =>
        MudarAsync(
            id,
            new RamalConfirmado(),
            ramal =>
            {
                if (ramal.Extension != extension)
                {
                    throw new RegraVioladaException($"A pessoa mudou o ramal para {ramal.Extension}. Confira o número e confirme de novo.");
                }

                ramal.Dar(atual.UsuarioIdExigido, relogio.GetUtcNow());
            },
            ct);

    public Task<RamalVoip?> SituarAsync(Guid id, StatusDoRamal status, CancellationToken ct) => status == StatusDoRamal.Ativo
        ? MudarAsync(id, new RamalAtivado(), r => r.Ativar(relogio.GetUtcNow()), ct)
        : MudarAsync(id, new RamalDesativado(), r => r.Desativar(atual.UsuarioIdExigido, relogio.GetUtcNow()), ct);

    public Task<RamalVoip?> RevogarAsync(Guid id, CancellationToken ct) =>
        MudarAsync(id, new RamalRevogado(), r => r.Revogar(relogio.GetUtcNow()), ct);

    private async Task<RamalVoip?> MudarAsync(Guid id, MudancaDoRamal atividade, Action<RamalVoip> mudar, CancellationToken ct)
    {
        RamalVoip? ramal = null;
        if (await db.TentarAsync(async () => ramal = await GuardarAsync(id, atividade, mudar, ct), ct) is not null)
        {
            throw new RegraVioladaException("Este número já é de outra pessoa da organização. Revogue o ramal dela primeiro.");
        }

        return ramal;
    }

    private async Task<RamalVoip?> GuardarAsync(Guid id, MudancaDoRamal atividade, Action<RamalVoip> mudar, CancellationToken ct)
    {
        var ramal = await db.RamaisVoip.SingleOrDefaultAsync(r => r.Id == id, ct);
        if (ramal is null)
        {
            return null;
        }

        await db.HerdarDireitosAsync(ramal, ct);
        if (atividade is RamalConfirmado)
        {
            ramal.Alojar(await db.LugarDosRamaisAsync(ct));
        }

        mudar(ramal);
        await db.ManterTitularAsync(ramal, relogio.GetUtcNow(), ct);
        auditoria.Registrar(atividade.Do(ramal), ramal.Id);
        await db.SaveChangesAsync(ct);
        return ramal;
    }
}
