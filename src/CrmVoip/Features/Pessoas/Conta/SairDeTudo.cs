using CrmVoip.Domain;
using CrmVoip.Features.Pessoas.Conta.Sessoes;
using Microsoft.AspNetCore.Identity;

namespace CrmVoip.Features.Pessoas.Conta;

/// <summary>Ends every session of an account, this one too.</summary>
public sealed class SairDeTudo(UserManager<Usuario> usuarios, SignInManager<Usuario> signIn, EncerrarSessoes sessoes, RegistroDeConta registro)
{
    public async Task ExecutarAsync(Usuario usuario, CancellationToken ct)
    {
        await usuarios.UpdateSecurityStampAsync(usuario);
        await sessoes.TodasAsync(usuario.Id, ct);
        await registro.GravarAsync(usuario.Id, Acoes.Conta.SaiuDeTudo, ct);
        await signIn.SignOutAsync();
    }
}
