namespace CrmVoip.Web;

/// <summary>The theme a person chose, from the cookie written by app/casca/tema.js. Null: the system's choice.</summary>
public static class Tema
{
    public static string? Escolhido(HttpRequest request) =>
        request.Cookies["tema"] is "claro" or "escuro" ? request.Cookies["tema"] : null;
}
