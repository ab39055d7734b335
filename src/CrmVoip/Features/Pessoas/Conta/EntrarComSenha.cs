using CrmVoip.Domain;
using CrmVoip.Text;
using CrmVoip.Web;
using Microsoft.AspNetCore.Identity;

namespace CrmVoip.Features.Pessoas.Conta;

/// <summary>What the right password opens: the account, or where it has a second factor the question for the code.</summary>
public enum PassoDaEntrada
{
    Dentro,
    PedeCodigo,
}

/// <summary>Signs in with e-mail and password, and records how it went.</summary>
public sealed class EntrarComSenha(Porteiro porteiro, UserManager<Usuario> usuarios, RegistroDeConta registro, TimeProvider relogio)
{
    public Task<Resultado<PassoDaEntrada>> ExecutarAsync(EntrarForm form) => ExecutarAsync(form, null);

    /// <summary>The same, for one person alone: every other account is as if there were none.</summary>
    public async Task<Resultado<PassoDaEntrada>> ExecutarAsync(EntrarForm form, Guid? soDe)
    {
        var email = Digitado.Limpar(form.Email);
        var usuario = await usuarios.FindByEmailAsync(email) is { } achado && (soDe is null || achado.Id == soDe) ? achado : null;
        var resultado = usuario is null
            ? await porteiro.RecusarDesconhecidoAsync(email, form.Senha)
            : await porteiro.PasswordSignInAsync(usuario, form.Senha, isPersistent: true, lockoutOnFailure: true);
        if (resultado.RequiresTwoFactor)
        {
            return PassoDaEntrada.PedeCodigo;
        }

        // Whoever hangs up before the answer is recorded too.
        await registro.GravarAsync(usuario?.Id, resultado.Succeeded ? Acoes.Conta.Entrou : Bloqueio.Acao(resultado), CancellationToken.None);
        return resultado.Succeeded ? PassoDaEntrada.Dentro : Recusa.DoCampo(
            nameof(form.Senha),
            resultado.IsLockedOut ? Bloqueio.Mensagem(resultado, relogio.GetUtcNow()) : "E-mail ou senha não conferem.");
    }
}
