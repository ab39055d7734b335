using CrmVoip.Data;
using CrmVoip.Domain;
using CrmVoip.Mail;
using CrmVoip.Web;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.Features.Pessoas.Correio;

/// <summary>Whether an account has proven its e-mail address. Where no mail is sent nobody can, and nobody is asked.</summary>
public sealed class EnderecoConfirmado(UserManager<Usuario> usuarios, ContasDbContext db, ICorreio correio)
{
    public static readonly Recusa PorConfirmar = new(
        409,
        "email_por_confirmar",
        "Confirme seu e-mail antes de convidar. O link está na mensagem que enviamos para você; se não a encontrar, peça outra em Membros ou em Conta e senha.");

    /// <summary>The address that is yet to be proven; null when nothing is.</summary>
    public async Task<string?> FaltaAsync(Guid usuarioId, CancellationToken ct)
    {
        if (!correio.Configurado || await usuarios.FindByIdAsync(usuarioId.ToString()) is not { EmailConfirmed: false } usuario)
        {
            return null;
        }

        if (await ProvouAntesAsync(usuarioId, ct))
        {
            await ConfirmarAsync(usuario);
            return null;
        }

        return usuario.Email;
    }

    public Task ConfirmarAsync(Usuario usuario)
    {
        usuario.EmailConfirmed = true;
        return usuarios.UpdateAsync(usuario);
    }

    // By earlier versions: a password set by a link that came by mail. The operator's links are handed over, and prove nothing.
    private async Task<bool> ProvouAntesAsync(Guid usuarioId, CancellationToken ct)
    {
        var eventos = db.EventosDeConta.Where(e => e.UsuarioId == usuarioId);
        return await eventos.AnyAsync(e => e.Acao == Acoes.Conta.SenhaRedefinida, ct)
            && !await eventos.AnyAsync(e => e.Acao == Acoes.Conta.RecuperacaoPedida && e.Agente == EventoDeConta.AgenteDoOperador, ct);
    }
}
