using CrmVoip.Data;
using CrmVoip.Web;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.Infrastructure;

namespace CrmVoip.IntegrationTests.Infra;

/// <summary>Around every action of every test: who is refused has changed nothing. The product commits what a command wrote, whatever it answers.</summary>
internal sealed class NadaEscritoNaRecusaFilter(CrmDbContext db) : IAsyncActionFilter, IOrderedFilter
{
    public int Order => TransacaoFilter.Ordem - 1;

    public async Task OnActionExecutionAsync(ActionExecutingContext context, ActionExecutionDelegate next)
    {
        // Who opens its own transactions keeps what it did before the provider refused: a call is never asked for twice.
        if (context.ActionDescriptor.EndpointMetadata.OfType<SemTransacaoAttribute>().Any())
        {
            await next();
            return;
        }

        var escritas = 0;
        db.SavedChanges += (_, salvas) => escritas += salvas.EntitiesSavedCount;
        var executada = await next();
        if (escritas > 0 && executada.Exception is null && Recusou(executada))
        {
            throw new InvalidOperationException($"{context.ActionDescriptor.DisplayName} wrote {escritas} rows and refused.");
        }
    }

    private static bool Recusou(ActionExecutedContext executada) =>
        !executada.ModelState.IsValid
        || ((executada.Result as IStatusCodeActionResult)?.StatusCode ?? executada.HttpContext.Response.StatusCode) >= 400;
}
