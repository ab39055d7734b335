using Microsoft.AspNetCore.Mvc.Filters;

namespace CrmVoip.Web;

/// <summary>
/// What goes into the dialog changes no address by itself (app/vendas/historico.js gives a deal its own). Said by the answer, and not
/// by the page alone: a link that is gone when the answer comes, a card of a board drawn anew, has lost what stood around it.
/// </summary>
public sealed class DialogoSemEnderecoFilter : IAlwaysRunResultFilter
{
    public void OnResultExecuting(ResultExecutingContext context)
    {
        if (context.HttpContext.Request.ParaModal())
        {
            context.HttpContext.Response.Headers.TryAdd("HX-Push-Url", "false");
        }
    }

    public void OnResultExecuted(ResultExecutedContext context)
    {
    }
}
