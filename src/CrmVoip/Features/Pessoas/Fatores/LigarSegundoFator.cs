using CrmVoip.Data;
using CrmVoip.Domain;
using CrmVoip.Features.Pessoas.Conta;
using CrmVoip.Features.Pessoas.Conta.Sessoes;
using CrmVoip.Text;
using CrmVoip.Web;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.Features.Pessoas.Fatores;

/// <summary>Switches the second factor on, with the first code of the app. The sessions on other devices end: they have not shown it.</summary>
public sealed class LigarSegundoFator(
    UserManager<Usuario> usuarios,
    SignInManager<Usuario> signIn,
    ContasDbContext db,
    Autenticadores autenticadores,
    CodigosDeRecuperacao codigos,
    JulgarFator julgar,
    EncerrarSessoes sessoes,
    RegistroDeConta registro,
    IHttpContextAccessor contexto,
    TimeProvider relogio)
{
    /// <returns>The recovery codes.</returns>
    public async Task<Resultado<string[]>> ExecutarAsync(Usuario usuario, string codigo, CancellationToken ct)
    {
        var recusa = await julgar.ExecutarAsync(
            usuario,
            () => autenticadores.GastarAsync(usuario.Id, Digitado.Limpar(codigo), ct),
            Recusa.DoCampo(nameof(LigarForm.Codigo), "O código não confere. Confira se a hora do celular está certa e digite o código que aparece agora."));
        if (recusa is not null)
        {
            return recusa;
        }

        var autenticador = await db.Autenticadores.SingleAsync(a => a.UsuarioId == usuario.Id, ct);
        autenticador.Ligar(relogio.GetUtcNow());
        await usuarios.SetTwoFactorEnabledAsync(usuario, true);
        await sessoes.OutrasAsync(usuario.Id, SessaoDoPedido.De(contexto)?.Id, ct);
        await signIn.RefreshSignInAsync(usuario);
        await registro.GravarAsync(usuario.Id, Acoes.Conta.SegundoFatorLigado, ct);
        return await codigos.GerarAsync(usuario.Id, ct);
    }
}
