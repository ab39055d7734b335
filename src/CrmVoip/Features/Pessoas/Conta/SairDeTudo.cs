using CrmVoip.Domain;
using CrmVoip.Web;
using Microsoft.AspNetCore.Identity;

namespace CrmVoip.Features.Pessoas.Conta;

/// <summary>Ends every session of an account, this one too.</summary>
public sealed class SairDeTudo(UserManager<Usuario> usuarios, SignInManager<Usuario> signIn, SessoesEncerradas sessoes, RegistroDeConta registro)
{
    public async Task ExecutarAsync(Usuario usuario, CancellationToken ct)
    {
        await usuarios.UpdateSecurityStampAsync(usuario);
        sessoes.Encerrar(usuario.Id);
        await registro.GravarAsync(usuario.Id, Acoes.Conta.SaiuDeTudo, ct);
        await signIn.SignOutAsync();
    }
}
