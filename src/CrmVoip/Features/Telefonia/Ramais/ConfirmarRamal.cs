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
    private static readonly Recusa _deOutra =
        new(409, "ramal_de_outra_pessoa", "Este número já é de outra pessoa da organização. Revogue o ramal dela primeiro.");

    private static readonly ConflitoDeRamal _conflito = new(_deOutra, _deOutra);

    /// <param name="id">Which.</param>
    /// <param name="extension">The number that the administrador saw: its person may change it at any moment.</param>
    /// <param name="ct">Ends the work.</param>
    public Task<Resultado<RamalVoip>> ConfirmarAsync(Guid id, string? extension, CancellationToken ct) =>
        MudarAsync(
            id,
            new RamalConfirmado(),
            ramal =>
            {
                if (ramal.Extension != extension)
                {
                    return new Recusa(409, "ramal_mudou", $"A pessoa mudou o ramal para {ramal.Extension}. Confira o número e confirme de novo.");
                }

                ramal.Dar(atual.UsuarioIdExigido, relogio.GetUtcNow());
                return null;
            },
            ct);

    public Task<Resultado<RamalVoip>> SituarAsync(Guid id, StatusDoRamal status, CancellationToken ct) => status == StatusDoRamal.Ativo
        ? MudarAsync(id, new RamalAtivado(), r => r.Ativar(relogio.GetUtcNow()), ct)
        : MudarAsync(id, new RamalDesativado(), r => r.Desativar(atual.UsuarioIdExigido, relogio.GetUtcNow()), ct);

    public Task<Resultado<RamalVoip>> RevogarAsync(Guid id, CancellationToken ct) =>
        MudarAsync(id, new RamalRevogado(), r => r.Revogar(relogio.GetUtcNow()), ct);

    private Task<Resultado<RamalVoip>> MudarAsync(Guid id, MudancaDoRamal atividade, Action<RamalVoip> mudar, CancellationToken ct) => MudarAsync(
        id,
        atividade,
        ramal =>
        {
            mudar(ramal);
            return null;
        },
        ct);

    private Task<Resultado<RamalVoip>> MudarAsync(Guid id, MudancaDoRamal atividade, Func<RamalVoip, Recusa?> mudar, CancellationToken ct) =>
        _conflito.TentarAsync(db, () => GuardarAsync(id, atividade, mudar, ct), ct);

    private async Task<Resultado<RamalVoip>> GuardarAsync(Guid id, MudancaDoRamal atividade, Func<RamalVoip, Recusa?> mudar, CancellationToken ct)
    {
        var ramal = await db.RamaisVoip.SingleOrDefaultAsync(r => r.Id == id, ct);
        if (ramal is null)
        {
            return Recusa.NaoEncontrada;
        }

        await db.HerdarDireitosAsync(ramal, ct);
        if (atividade is RamalConfirmado)
        {
            ramal.Alojar(await db.LugarDosRamaisAsync(ct));
        }

        if (mudar(ramal) is { } recusa)
        {
            return recusa;
        }

        await db.ManterTitularAsync(ramal, relogio.GetUtcNow(), ct);
        auditoria.Registrar(atividade.Do(ramal), ramal.Id);
        await db.SaveChangesAsync(ct);
        return ramal;
    }
}
