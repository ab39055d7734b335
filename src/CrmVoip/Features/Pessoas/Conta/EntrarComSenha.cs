using CrmVoip.Domain;
using CrmVoip.Text;
using Microsoft.AspNetCore.Identity;

namespace CrmVoip.Features.Pessoas.Conta;

/// <summary>Signs in with e-mail and password, and records how it went.</summary>
public sealed class EntrarComSenha(SignInManager<Usuario> signIn, UserManager<Usuario> usuarios, RegistroDeConta registro, TimeProvider relogio)
{
    /// <returns>Why not, or null when the person is in.</returns>
    public async Task<string?> ExecutarAsync(EntrarForm form, CancellationToken ct)
    {
        var usuario = await usuarios.FindByEmailAsync(Digitado.Limpar(form.Email));
        if (usuario is null)
        {
            RecusarDesconhecido(form.Senha);
            await registro.GravarAsync(null, Acoes.Conta.Recusada, ct);
            return "E-mail ou senha não conferem.";
        }

        var jaBloqueada = await usuarios.IsLockedOutAsync(usuario);
        var resultado = await signIn.PasswordSignInAsync(usuario, form.Senha, isPersistent: true, lockoutOnFailure: true);
        await registro.GravarAsync(usuario.Id, resultado.Succeeded ? Acoes.Conta.Entrou : Bloqueio.Acao(resultado, jaBloqueada), ct);
        return resultado switch
        {
            { Succeeded: true } => null,
            { IsLockedOut: true } => Bloqueio.Mensagem(usuario, relogio.GetUtcNow()),
            _ => "E-mail ou senha não conferem.",
        };
    }

    // Takes as long as a wrong password: the time of the answer must not tell which e-mails have an account.
    private void RecusarDesconhecido(string senha) => usuarios.PasswordHasher.HashPassword(new Usuario(), senha);
}
