using CrmVoip.Domain;
using CrmVoip.Web;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;

namespace CrmVoip.Hosting;

/// <summary>Between password and code a short cookie says who; another one lets a remembered device pass without the code.</summary>
public static class CookiesDoSegundoFator
{
    private static readonly TimeSpan _entreAsEtapas = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan _lembrado = TimeSpan.FromDays(30);

    public static void DaEntrada(CookieAuthenticationOptions options, bool semTls)
    {
        options.Cookie.DoProduto("crm.etapa", semTls);
        options.ExpireTimeSpan = _entreAsEtapas;
        options.SlidingExpiration = false;
    }

    public static void DoAparelho(CookieAuthenticationOptions options, bool semTls)
    {
        options.Cookie.DoProduto("crm.lembrado", semTls);
        options.ExpireTimeSpan = _lembrado;
        options.SlidingExpiration = false;
        options.Events.OnValidatePrincipal = ConferirAsync;
    }

    // A new password, "sair de todos os aparelhos" and switching the second factor off forget every remembered device.
    private static async Task ConferirAsync(CookieValidatePrincipalContext contexto)
    {
        var signIn = contexto.HttpContext.RequestServices.GetRequiredService<SignInManager<Usuario>>();
        if (await signIn.ValidateTwoFactorSecurityStampAsync(contexto.Principal) is null)
        {
            contexto.RejectPrincipal();
        }
    }
}
