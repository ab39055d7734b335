using CrmVoip.Data;
using CrmVoip.Domain;
using CrmVoip.Tenancy;
using CrmVoip.Web;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.Features.Ramais;

/// <summary>Saves the own ramal; a new password is a new version of its secret.</summary>
public sealed class SalvarRamal(CrmDbContext db, OrganizacaoAtual atual, SelarSenha selar, Auditoria auditoria, TimeProvider relogio)
{
    public async Task<RecusaDeCampo?> ExecutarAsync(RamalForm form, CancellationToken ct) =>
        await db.TentarAsync(() => GuardarAsync(form, ct), ct) switch
        {
            null => null,
            RamalVoip.ExtensionIndice => new(nameof(form.Extension), "Este ramal já é de outra pessoa da organização. Confira o número ou fale com um administrador."),
            _ => new(nameof(form.Extension), "Você acabou de receber um ramal. Recarregue a página para vê-lo."),
        };

    private async Task GuardarAsync(RamalForm form, CancellationToken ct)
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
            selar.Executar(ramal, form.Senha);
        }

        await db.ManterTitularAsync(ramal, relogio.GetUtcNow(), ct);
        auditoria.RegistrarRamal(Acoes.RamalSalvo, ramal, senhaTrocada: !string.IsNullOrEmpty(form.Senha));
        await db.SaveChangesAsync(ct);
    }
}
