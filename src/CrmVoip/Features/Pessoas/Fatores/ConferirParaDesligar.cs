using CrmVoip.Domain;
using CrmVoip.Text;
using Microsoft.AspNetCore.Identity;

namespace CrmVoip.Features.Pessoas.Fatores;

/// <summary>Switches the second factor off for whoever shows both: the password, and a code of the app or a recovery code.</summary>
public sealed class ConferirParaDesligar(
    ProvaDeIdentidade prova,
    SignInManager<Usuario> signIn,
    Autenticadores autenticadores,
    CodigosDeRecuperacao codigos,
    JulgarFator julgar,
    DesligarSegundoFator desligar)
{
    /// <returns>What stands in the way, and at which field; null when it is off.</returns>
    public async Task<(string Campo, string Mensagem)?> ExecutarAsync(Usuario usuario, DesligarForm form, CancellationToken ct)
    {
        if (await prova.SenhaAsync(usuario, form.Senha!) is { } senhaErrada)
        {
            return (nameof(form.Senha), senhaErrada);
        }

        var codigo = Digitado.Limpar(form.Codigo);
        var errado = await julgar.ExecutarAsync(
            usuario,
            async () => await autenticadores.GastarAsync(usuario.Id, codigo, ct) || await codigos.GastarAsync(usuario.Id, codigo, ct),
            "O código não confere.");
        if (errado is not null)
        {
            return (nameof(form.Codigo), errado);
        }

        await desligar.ExecutarAsync(usuario, ct);
        await signIn.ForgetTwoFactorClientAsync();
        await signIn.RefreshSignInAsync(usuario);
        return null;
    }
}
