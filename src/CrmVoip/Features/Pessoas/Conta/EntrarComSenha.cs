using CrmVoip.Domain;
using CrmVoip.Text;
using Microsoft.AspNetCore.Identity;

namespace CrmVoip.Features.Pessoas.Conta;

/// <summary>Signs in with e-mail and password, and records how it went.</summary>
public sealed class EntrarComSenha(Porteiro porteiro, UserManager<Usuario> usuarios, RegistroDeConta registro, TimeProvider relogio)
{
    /// <returns>Why not; null when the password was right. PedeCodigo: then the second step follows, and the person is not in yet.</returns>
    public Task<(string? Recusa, bool PedeCodigo)> ExecutarAsync(EntrarForm form) => ExecutarAsync(form, null);

    /// <summary>The same, for one person alone: every other account is as if there were none.</summary>
    public async Task<(string? Recusa, bool PedeCodigo)> ExecutarAsync(EntrarForm form, Guid? soDe)
    {
        var email = Digitado.Limpar(form.Email);
        var usuario = await usuarios.FindByEmailAsync(email) is { } achado && (soDe is null || achado.Id == soDe) ? achado : null;
        var resultado = usuario is null
            ? await porteiro.RecusarDesconhecidoAsync(email, form.Senha)
            : await porteiro.PasswordSignInAsync(usuario, form.Senha, isPersistent: true, lockoutOnFailure: true);
        if (resultado.RequiresTwoFactor)
        {
            return (null, true);
        }

        // Whoever hangs up before the answer is recorded too.
        await registro.GravarAsync(usuario?.Id, resultado.Succeeded ? Acoes.Conta.Entrou : Bloqueio.Acao(resultado), CancellationToken.None);
        return resultado switch
        {
            { Succeeded: true } => (null, false),
            { IsLockedOut: true } => (Bloqueio.Mensagem(resultado, relogio.GetUtcNow()), false),
            _ => ("E-mail ou senha não conferem.", false),
        };
    }
}
