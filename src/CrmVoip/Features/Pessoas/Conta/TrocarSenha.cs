using CrmVoip.Domain;
using CrmVoip.Features.Pessoas.Conta.Sessoes;
using CrmVoip.Web;
using Microsoft.AspNetCore.Identity;

namespace CrmVoip.Features.Pessoas.Conta;

/// <summary>Changes the password of who is signed in: this session goes on, the others end.</summary>
public sealed class TrocarSenha(
    UserManager<Usuario> usuarios,
    SignInManager<Usuario> signIn,
    EncerrarSessoes sessoes,
    RegistroDeConta registro,
    IHttpContextAccessor acesso,
    TimeProvider relogio)
{
    /// <returns>Null: it is done.</returns>
    public async Task<Recusa?> ExecutarAsync(Usuario usuario, TrocarSenhaForm form, CancellationToken ct)
    {
        // Counts towards the lockout: a session left open must not become a way to guess the password.
        var conferida = await signIn.CheckPasswordSignInAsync(usuario, form.SenhaAtual!, lockoutOnFailure: true);
        if (!conferida.Succeeded)
        {
            await registro.GravarAsync(usuario.Id, Bloqueio.Acao(conferida), CancellationToken.None);
            return Recusa.DoCampo(
                nameof(form.SenhaAtual),
                conferida.IsLockedOut ? Bloqueio.Mensagem(conferida, relogio.GetUtcNow()) : "A senha atual não confere.");
        }

        var resultado = await usuarios.ChangePasswordAsync(usuario, form.SenhaAtual!, form.NovaSenha!);
        if (!resultado.Succeeded)
        {
            return Recusa.DoCampo(nameof(form.NovaSenha), resultado.Errors.First().Description);
        }

        await sessoes.OutrasAsync(usuario.Id, menosEsta: SessaoDoPedido.De(acesso)?.Id, ct);
        await signIn.RefreshSignInAsync(usuario);
        await registro.GravarAsync(usuario.Id, Acoes.Conta.SenhaTrocada, ct);
        return null;
    }
}
