namespace CrmVoip.Web;

/// <summary>What does not say how long it may be kept is kept nowhere: pages and answers hold personal data.</summary>
public static class SemGuardar
{
    public static Task AplicarAsync(HttpContext contexto, RequestDelegate next)
    {
        contexto.Response.OnStarting(() =>
        {
            if (contexto.Response.Headers.CacheControl.Count == 0)
            {
                contexto.Response.Headers.CacheControl = "no-store";
            }

            return Task.CompletedTask;
        });
        return next(contexto);
    }
}
