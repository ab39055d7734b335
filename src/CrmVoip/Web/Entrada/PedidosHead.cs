namespace CrmVoip.Web.Entrada;

/// <summary>HEAD is answered as GET would be; the server leaves the body out.</summary>
public static class PedidosHead
{
    private static readonly object _chave = new();

    /// <summary>The answer's body reaches nobody: what costs or is recorded as seen is left undone.</summary>
    public static bool SoCabecalhos(this HttpContext contexto) => contexto.Items.ContainsKey(_chave);

    public static async Task AplicarAsync(HttpContext contexto, RequestDelegate next)
    {
        if (!HttpMethods.IsHead(contexto.Request.Method))
        {
            await next(contexto);
            return;
        }

        contexto.Items[_chave] = true;
        contexto.Request.Method = HttpMethods.Get;
        try
        {
            await next(contexto);
        }
        finally
        {
            contexto.Request.Method = HttpMethods.Head;
        }
    }
}
