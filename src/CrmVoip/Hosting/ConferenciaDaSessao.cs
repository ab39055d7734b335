using CrmVoip.Domain;
using CrmVoip.Web;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace CrmVoip.Hosting;

/// <summary>
/// Ends a session whose account has a new security stamp. Identity's own way also signs out of its two-factor cookie,
/// which this product does not have: it would answer 500.
/// </summary>
public sealed class ConferenciaDaSessao(
    IOptions<SecurityStampValidatorOptions> opcoes,
    SignInManager<Usuario> signIn,
    ILoggerFactory log,
    SessoesEncerradas sessoes,
    TimeProvider relogio)
    : SecurityStampValidator<Usuario>(opcoes, signIn, log)
{
    public override async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        if (!Vencida(context))
        {
            return;
        }

        if (await VerifySecurityStamp(context.Principal) is { } usuario)
        {
            await SecurityStampVerified(usuario, context);
            return;
        }

        context.RejectPrincipal();
        await SignInManager.SignOutAsync();
    }

    private bool Vencida(CookieValidatePrincipalContext context) =>
        context.Principal is null
        || OrganizacaoMiddleware.UsuarioId(context.Principal) is not { } usuarioId
        || sessoes.HaPouco(usuarioId)
        || context.Properties.IssuedUtc is not { } emitida
        || relogio.GetUtcNow() - emitida > SessoesEncerradas.Intervalo;
}
