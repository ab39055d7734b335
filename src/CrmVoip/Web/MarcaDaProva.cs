using System.Globalization;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace CrmVoip.Web;

/// <summary>The moment of the last proof of identity, carried by the session. A session begins with one.</summary>
public static class MarcaDaProva
{
    public const string Item = "crm.prova";

    public static string De(DateTimeOffset agora) => agora.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);

    public static void Por(CookieSigningInContext contexto)
    {
        var relogio = contexto.HttpContext.RequestServices.GetRequiredService<TimeProvider>();
        contexto.Properties.Items.TryAdd(Item, De(relogio.GetUtcNow()));
    }
}
