namespace CrmVoip.Web;

/// <summary>
/// Signs what this application answers inside an organization. A proxy answers 404 during a deployment, and a portal 200 before
/// its sign-in: the page's phone gives up what it has to deliver only where it finds this mark.
/// </summary>
public static class MarcaDaAplicacao
{
    public const string Cabecalho = "X-CrmVoip";

    /// <summary>After the membership was checked: to whom lost it nobody said that the call does not exist.</summary>
    public static Task AplicarAsync(HttpContext contexto, RequestDelegate next)
    {
        if (PrefixoDaOrganizacaoMiddleware.Slug(contexto) is not null)
        {
            contexto.Response.Headers[Cabecalho] = "1";
        }

        return next(contexto);
    }
}
