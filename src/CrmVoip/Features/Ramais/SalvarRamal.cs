using CrmVoip.Data;
using CrmVoip.Domain;
using CrmVoip.Tenancy;
using CrmVoip.Vault;
using CrmVoip.Web;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace CrmVoip.Features.Ramais;

/// <summary>Saves the own ramal; a new password is a new version of its secret.</summary>
public sealed class SalvarRamal(CrmDbContext db, OrganizacaoAtual atual, ICofre cofre, Auditoria auditoria, TimeProvider relogio)
{
    /// <summary>False when somebody else in the organization has this ramal.</summary>
    public async Task<bool> ExecutarAsync(RamalForm form, CancellationToken ct)
    {
        var ramal = await db.RamaisVoip.SingleOrDefaultAsync(r => r.UsuarioId == atual.UsuarioIdExigido, ct);
        if (ramal is null)
        {
            ramal = new RamalVoip(atual.IdExigido, atual.UsuarioIdExigido, form.ExtensionLimpa, form.SipServerLimpo);
            db.Add(ramal);
        }

        ramal.Editar(form.ExtensionLimpa, form.SipServerLimpo, form.NomeExibicao?.Trim() ?? "", form.Status, relogio.GetUtcNow());
        if (!string.IsNullOrEmpty(form.Senha))
        {
            var segredo = new RamalVoipSegredo(
                ramal, id => cofre.Cifrar(new LugarDoSegredo(atual.IdExigido, RamalVoipSegredo.Coluna, id), form.Senha));
            db.Add(segredo);
            ramal.UsarSegredo(segredo);
        }

        auditoria.Registrar(Acoes.RamalSalvo, "ramais_voip", ramal.Id, dados: new
        {
            ramal = ramal.Extension,
            servidor = ramal.SipServer,
            status = EnumEmTexto.Texto(ramal.Status),
            senhaTrocada = !string.IsNullOrEmpty(form.Senha),
        });
        try
        {
            await db.SaveChangesAsync(ct);
            return true;
        }
        catch (DbUpdateException erro) when (erro.InnerException is PostgresException { ConstraintName: RamalVoip.ExtensionIndice })
        {
            return false;
        }
    }
}
