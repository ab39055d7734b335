using CrmVoip.Domain;
using CrmVoip.Features.Pessoas.Conta;
using CrmVoip.Text;
using CrmVoip.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;

namespace CrmVoip.Features.Pessoas.Fatores;

/// <summary>The second step of signing in: a code of the app, or a recovery code in its place.</summary>
public sealed class EntrarComFator(
    SignInManager<Usuario> signIn, Autenticadores autenticadores, CodigosDeRecuperacao codigos, JulgarFator julgar, RegistroDeConta registro)
{
    /// <summary>Who gave the right password a moment ago; null when nobody did, or it is too long ago.</summary>
    public Task<Usuario?> QuemAsync() => signIn.GetTwoFactorAuthenticationUserAsync();

    /// <returns>Null: the person is in.</returns>
    public async Task<Recusa?> ExecutarAsync(Usuario usuario, CodigoForm form, CancellationToken ct)
    {
        var recusa = await julgar.ExecutarAsync(
            usuario,
            () => autenticadores.GastarAsync(usuario.Id, Digitado.Limpar(form.Codigo), ct),
            Recusa.DoCampo(nameof(form.Codigo), "O código não confere. Digite o que aparece agora no aplicativo."));
        if (recusa is null)
        {
            await EntrarAsync(usuario, form.Lembrar, ct);
        }

        return recusa;
    }

    /// <returns>Null: the person is in.</returns>
    public async Task<Recusa?> ExecutarAsync(Usuario usuario, RecuperacaoForm form, CancellationToken ct)
    {
        var recusa = await julgar.ExecutarAsync(
            usuario,
            () => codigos.GastarAsync(usuario.Id, Digitado.Limpar(form.Codigo), ct),
            Recusa.DoCampo(nameof(form.Codigo), "Este código não vale, ou já foi usado."));
        if (recusa is null)
        {
            await registro.GravarAsync(usuario.Id, Acoes.Conta.CodigoDeRecuperacaoUsado, ct);
            await EntrarAsync(usuario, lembrar: false, ct);
        }

        return recusa;
    }

    private async Task EntrarAsync(Usuario usuario, bool lembrar, CancellationToken ct)
    {
        await signIn.Context.SignOutAsync(IdentityConstants.TwoFactorUserIdScheme);
        if (lembrar)
        {
            await signIn.RememberTwoFactorClientAsync(usuario);
        }

        await signIn.SignInAsync(usuario, isPersistent: true);
        await registro.GravarAsync(usuario.Id, Acoes.Conta.Entrou, ct);
    }
}
