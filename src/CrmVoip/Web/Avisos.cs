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

    /// <summary>Wants an answer in JSON: says so, or speaks it and says nothing of pages.</summary>
    public static bool PedeJson(this HttpRequest request)
    {
        var aceita = request.Headers.Accept.ToString();
        return !aceita.Contains("text/html", StringComparison.OrdinalIgnoreCase)
            && !request.Headers.ContainsKey("HX-Request")
            && (aceita.Contains("json", StringComparison.OrdinalIgnoreCase) || request.HasJsonContentType());
    }
}
