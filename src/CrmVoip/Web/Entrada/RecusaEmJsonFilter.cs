using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace CrmVoip.Web.Entrada;

/// <summary>What is refused comes back as a page, a form with its messages; who asks for JSON gets the messages alone, by field.</summary>
public sealed class RecusaEmJsonFilter : IAlwaysRunResultFilter
{
    public void OnResultExecuting(ResultExecutingContext context)
    {
        var status = StatusDaPagina(context.Result) ?? context.HttpContext.Response.StatusCode;
        if (context.Result is not (ViewResult or PartialViewResult) || status < StatusCodes.Status400BadRequest || !context.HttpContext.Request.PedeJson())
        {
            return;
        }

        var erros = context.ModelState.Where(e => e.Value!.Errors.Count > 0).ToDictionary(e => e.Key, e => e.Value!.Errors[0].ErrorMessage);
        context.Result = erros.Count == 0
            ? new StatusCodeResult(status)
            : new ObjectResult(new { codigo = "invalido", mensagem = erros.Values.First(), campos = erros }) { StatusCode = status };
    }

    public void OnResultExecuted(ResultExecutedContext context)
    {
    }

    private static int? StatusDaPagina(IActionResult pagina) => pagina switch
    {
        ViewResult inteira => inteira.StatusCode,
        PartialViewResult parte => parte.StatusCode,
        _ => null,
    };
}
