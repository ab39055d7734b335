namespace CrmVoip.Web;

public static class Avisos
{
    /// <summary>TempData key of the notice shown once on the next page.</summary>
    public const string Chave = "aviso";

    /// <summary>The same, for good news.</summary>
    public const string Sucesso = "aviso-sucesso";

    /// <summary>Asked by htmx or by our fetch, not by a person's navigation: it wants a status, never a sign-in page.</summary>
    public static bool EhDeScript(this HttpRequest request) =>
        request.Headers.ContainsKey("HX-Request") || request.Headers.ContainsKey(WebExtensions.CabecalhoAntiforgery);
}
