namespace CrmVoip.Web;

public static class CookieDoProduto
{
    /// <summary>What every cookie of ours has: of this host alone and over TLS alone (the prefix makes browsers insist), out of reach of scripts.</summary>
    /// <param name="cookie">The cookie.</param>
    /// <param name="nome">Without the prefix.</param>
    /// <param name="semTls">The demonstration, which may be served without TLS.</param>
    public static void DoProduto(this CookieBuilder cookie, string nome, bool semTls)
    {
        cookie.Name = semTls ? nome : $"__Host-{nome}";
        cookie.Path = "/";
        cookie.HttpOnly = true;
        cookie.SameSite = SameSiteMode.Lax;
        cookie.SecurePolicy = semTls ? CookieSecurePolicy.SameAsRequest : CookieSecurePolicy.Always;
    }
}
