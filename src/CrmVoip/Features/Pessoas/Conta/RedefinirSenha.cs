using CrmVoip.Domain;
using CrmVoip.Features.Pessoas.Conta.Sessoes;
using CrmVoip.Web;
using Microsoft.AspNetCore.Identity;

namespace CrmVoip.Features.Pessoas.Conta;

/// <summary>Sets a new password by a link: every session ends, a lockout too.</summary>
public sealed class RedefinirSenha(UserManager<Usuario> usuarios, TokenDeSenha tokens, ContarSenhas senhas, EncerrarSessoes sessoes, RegistroDeConta registro)
{
    /// <returns>Null: it is done.</returns>
    public async Task<Recusa?> ExecutarAsync(Usuario usuario, string token, string novaSenha, CancellationToken ct)
    {
        usuario.EmailConfirmed |= tokens.ProvaOEndereco(usuario, token);
        var resultado = await usuarios.ResetPasswordAsync(usuario, token, novaSenha);
        if (!resultado.Succeeded)
        {
            return Recusa.DoCampo(nameof(RedefinirForm.NovaSenha), resultado.Errors.First().Description);
        }

        await usuarios.SetLockoutEndDateAsync(usuario, null);
        await usuarios.ResetAccessFailedCountAsync(usuario);
        await senhas.EsquecerAsync(usuario.Id);
        await sessoes.TodasAsync(usuario.Id, ct);
        await registro.GravarAsync(usuario.Id, Acoes.Conta.SenhaRedefinida, ct);
        return null;
    }
}
