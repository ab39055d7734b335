using CrmVoip.Domain;
using CrmVoip.Text;
using CrmVoip.Web;
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
    /// <returns>Null: it is off.</returns>
    public async Task<Recusa?> ExecutarAsync(Usuario usuario, DesligarForm form, CancellationToken ct)
    {
        if (await prova.SenhaAsync(usuario, form.Senha!, nameof(form.Senha)) is { } senhaErrada)
        {
            return senhaErrada;
        }

        var codigo = Digitado.Limpar(form.Codigo);
        var errado = await julgar.ExecutarAsync(
            usuario,
            async () => await autenticadores.GastarAsync(usuario.Id, codigo, ct) || await codigos.GastarAsync(usuario.Id, codigo, ct),
            Recusa.DoCampo(nameof(form.Codigo), "O código não confere."));
        if (errado is not null)
        {
            return errado;
        }

        await desligar.ExecutarAsync(usuario, ct);
        await signIn.ForgetTwoFactorClientAsync();
        await signIn.RefreshSignInAsync(usuario);
        return null;
    }
}
