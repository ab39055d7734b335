using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace CrmVoip.Web;

/// <summary>
/// A JSON body that is missing or cannot be read never reaches an action. 422, not 400: the page's outbox drops what is
/// refused so, and would repeat anything else for ever.
/// </summary>
public sealed class CorpoExigidoFilter : IActionFilter, IOrderedFilter
{
    /// <summary>Before the transaction: nothing has to be rolled back.</summary>
    public int Order => -2000;

    public void OnActionExecuting(ActionExecutingContext context)
    {
        var doCorpo = context.ActionDescriptor.Parameters.Where(p => p.BindingInfo?.BindingSource == BindingSource.Body);
        if (doCorpo.Any(p => !DispensaCorpo(p, context) && (!context.ActionArguments.TryGetValue(p.Name, out var valor) || valor is null)))
        {
            context.Result = new UnprocessableEntityObjectResult(new { codigo = "pedido_ilegivel", mensagem = "O pedido veio vazio ou ilegível." });
        }
    }

    private static bool DispensaCorpo(ParameterDescriptor parametro, ActionExecutingContext context) =>
        parametro.BindingInfo?.EmptyBodyBehavior == EmptyBodyBehavior.Allow && context.ModelState.IsValid;

    public void OnActionExecuted(ActionExecutedContext context)
    {
    }
}
