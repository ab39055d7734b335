using CrmVoip.Domain;
using CrmVoip.Features.Pessoas.Conta.Sessoes;
using CrmVoip.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace CrmVoip.Hosting;

/// <summary>The session cookie says who; which organization is in the address. Scripts get a status instead of the sign-in page.</summary>
public static class CookieDeSessao
{
    public static void Configurar(CookieAuthenticationOptions options, bool semTls)
    {
        options.Cookie.DoProduto("crm.sessao", semTls);
        options.ExpireTimeSpan = Sessao.OciosaMaxima;
        options.SlidingExpiration = true;
        options.LoginPath = "/conta/entrar";
        options.Events.OnSigningIn = EntrarAsync;
        options.Events.OnValidatePrincipal = contexto => Servico<ConferirSessao>(contexto.HttpContext).ConferirAsync(contexto);
        options.Events.OnSigningOut = contexto => Servico<EncerrarSessoes>(contexto.HttpContext).EstaAsync(contexto.HttpContext);
        options.Events.OnRedirectToLogin = IrParaEntrar;
        options.Events.OnRedirectToAccessDenied = contexto => Responder(contexto, StatusCodes.Status403Forbidden);
    }

    /// <summary>Says that somebody signed in here before; it outlives the session and opens nothing.</summary>
    public static CookieBuilder DoAparelho(bool semTls)
    {
        var cookie = new CookieBuilder { MaxAge = AparelhoConhecido.Validade, IsEssential = true };
        cookie.DoProduto("crm.aparelho", semTls);
        return cookie;
    }

    // A session carries from its first moment that its person has just proven to be it.
    private static async Task EntrarAsync(CookieSigningInContext contexto)
    {
        await Servico<AbrirSessao>(contexto.HttpContext).AbrirAsync(contexto);
        MarcaDaProva.Por(contexto);
    }

    private static T Servico<T>(HttpContext contexto)
        where T : notnull =>
        contexto.RequestServices.GetRequiredService<T>();

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
