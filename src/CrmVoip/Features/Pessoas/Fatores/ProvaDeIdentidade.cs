using System.Globalization;
using CrmVoip.Domain;
using CrmVoip.Features.Pessoas.Conta;
using CrmVoip.Text;
using CrmVoip.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;

namespace CrmVoip.Features.Pessoas.Fatores;

/// <summary>When the person of this session last proved who it is. Kept in the session itself; signing in is a proof.</summary>
public sealed class ProvaDeIdentidade(
    IHttpContextAccessor contexto,
    SignInManager<Usuario> signIn,
    UserManager<Usuario> usuarios,
    Autenticadores autenticadores,
    EntrarComChave chaves,
    JulgarFator julgar,
    RegistroDeConta registro,
    TimeProvider relogio)
{
    public static readonly TimeSpan Validade = TimeSpan.FromMinutes(10);

    private HttpContext Http => contexto.HttpContext!;

    public async Task<bool> RecenteAsync()
    {
        var sessao = await Http.AuthenticateAsync(IdentityConstants.ApplicationScheme);
        return sessao.Properties?.Items.TryGetValue(MarcaDaProva.Item, out var texto) == true
            && long.TryParse(texto, NumberStyles.None, CultureInfo.InvariantCulture, out var segundos)
            && relogio.GetUtcNow() - DateTimeOffset.FromUnixTimeSeconds(segundos) < Validade;
    }

    /// <summary>A passkey, else a code of the app where the account has one, else the password. A wrong one counts as at sign-in.</summary>
    /// <returns>Null: the session carries the proof.</returns>
    public async Task<Recusa?> ConferirAsync(string? prova, string? chave, CancellationToken ct)
    {
        if (await usuarios.GetUserAsync(Http.User) is not { } usuario)
        {
            return NaoProvou("Sua sessão terminou. Entre de novo.");
        }

        var recusa = !string.IsNullOrEmpty(chave) ? await ChaveAsync(usuario, chave, ct)
            : string.IsNullOrWhiteSpace(prova) ? NaoProvou("Informe sua senha.")
            : usuario.TwoFactorEnabled && EhCodigo(prova) ? await CodigoAsync(usuario, prova, ct)
            : await SenhaAsync(usuario, prova, PedidoDeProva.Prova);
        if (recusa is null)
        {
            await MarcarAsync();
        }

        return recusa;
    }

    // Passwords have twelve characters and more.
    public static bool EhCodigo(string prova) => prova.Count(char.IsAsciiDigit) == CodigoTemporal.Digitos && prova.All(c => char.IsAsciiDigit(c) || c == ' ');

    private Task<Recusa?> CodigoAsync(Usuario usuario, string codigo, CancellationToken ct) =>
        julgar.ExecutarAsync(usuario, () => autenticadores.GastarAsync(usuario.Id, Digitado.Limpar(codigo), ct), NaoProvou("O código não confere."));

    private async Task<Recusa?> ChaveAsync(Usuario usuario, string credencial, CancellationToken ct) =>
        await chaves.ConferirAsync(credencial, ct) is { } dono && dono.Id == usuario.Id ? null : NaoProvou("A chave de acesso não foi aceita.");

    private static Recusa NaoProvou(string mensagem) => Recusa.DoCampo(PedidoDeProva.Prova, mensagem);

    /// <param name="usuario">Whose account it is.</param>
    /// <param name="senha">What was typed.</param>
    /// <param name="campo">Where.</param>
    /// <returns>Null: it is the password of the account.</returns>
    public async Task<Recusa?> SenhaAsync(Usuario usuario, string senha, string campo)
    {
        var conferida = await signIn.CheckPasswordSignInAsync(usuario, senha, lockoutOnFailure: true);
        if (conferida.Succeeded)
        {
            return null;
        }

        await registro.GravarAsync(usuario.Id, Bloqueio.Acao(conferida), CancellationToken.None);
        return Recusa.DoCampo(campo, conferida.IsLockedOut ? Bloqueio.Mensagem(conferida, relogio.GetUtcNow()) : "A senha não confere.");
    }

    private async Task MarcarAsync()
    {
        var sessao = await Http.AuthenticateAsync(IdentityConstants.ApplicationScheme);
        sessao.Properties!.Items[MarcaDaProva.Item] = MarcaDaProva.De(relogio.GetUtcNow());
        await Http.SignInAsync(IdentityConstants.ApplicationScheme, sessao.Principal!, sessao.Properties);
    }
}
