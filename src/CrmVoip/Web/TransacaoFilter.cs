using CrmVoip.Data;
using CrmVoip.Tenancy;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.Infrastructure;

namespace CrmVoip.Web;

/// <summary>
/// One transaction around each action of an organization, committed before the result is rendered when the answer is
/// a success, rolled back otherwise. Views get finished records: a query from a view would see no rows.
/// </summary>
public sealed class TransacaoFilter(CrmDbContext db, OrganizacaoAtual organizacao) : IAsyncActionFilter, IOrderedFilter
{
    public int Order => -1000;

    public async Task OnActionExecutionAsync(ActionExecutingContext context, ActionExecutionDelegate next)
    {
        if (!organizacao.Definida || context.ActionDescriptor.EndpointMetadata.OfType<SemTransacaoAttribute>().Any())
        {
            await next();
            return;
        }

        await using var transacao = await db.Database.BeginTransactionAsync(context.HttpContext.RequestAborted);
        var executada = await next();
        if (DeuCerto(executada))
        {
            await transacao.CommitAsync(CancellationToken.None);
        }
    }

    private static bool DeuCerto(ActionExecutedContext executada)
    {
        var status = (executada.Result as IStatusCodeActionResult)?.StatusCode ?? executada.HttpContext.Response.StatusCode;
        return (executada.Exception is null || executada.ExceptionHandled) && executada.ModelState.IsValid && status < 400;
    }
}
