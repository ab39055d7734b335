using CrmVoip.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;

namespace CrmVoip.Hosting;

/// <summary>The session cookie says who; which organization is in the address. Scripts get a status instead of the sign-in page.</summary>
public static class CookieDeSessao
{
    public static void Configurar(CookieAuthenticationOptions options, bool semTls)
    {
        options.Cookie.Name = semTls ? "crm.sessao" : "__Host-crm.sessao";
        options.Cookie.Path = "/";
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.SecurePolicy = semTls ? CookieSecurePolicy.SameAsRequest : CookieSecurePolicy.Always;
        options.ExpireTimeSpan = TimeSpan.FromHours(12);
        options.SlidingExpiration = true;
        options.LoginPath = "/conta/entrar";
        options.Events.OnValidatePrincipal = SecurityStampValidator.ValidatePrincipalAsync;
        options.Events.OnRedirectToLogin = IrParaEntrar;
        options.Events.OnRedirectToAccessDenied = contexto => Responder(contexto, StatusCodes.Status403Forbidden);
    }

    private static Task IrParaEntrar(RedirectContext<CookieAuthenticationOptions> contexto)
    {
        var request = contexto.Request;
        if (request.EhDeScript() || !HttpMethods.IsGet(request.Method))
        {
            return Responder(contexto, StatusCodes.Status401Unauthorized);
        }

        var destino = request.PathBase + request.Path + request.QueryString;
        contexto.Response.Redirect("/conta/entrar" + QueryString.Create("ReturnUrl", destino));
        return Task.CompletedTask;
    }

    private static Task Responder(RedirectContext<CookieAuthenticationOptions> contexto, int status)
    {
        contexto.Response.StatusCode = status;
        return Task.CompletedTask;
    }
}
