using CrmVoip.Data;
using CrmVoip.Features.Telefonia.Ligacoes;
using CrmVoip.Web;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.Infrastructure;

namespace CrmVoip.IntegrationTests.Infra;

/// <summary>Around every action of every test: who is refused has changed nothing. The product commits what a command wrote, whatever it answers.</summary>
internal sealed class NadaEscritoNaRecusaFilter(CrmDbContext db) : IAsyncActionFilter, IOrderedFilter
{
    public int Order => TransacaoFilter.Ordem - 1;

    public async Task OnActionExecutionAsync(ActionExecutingContext context, ActionExecutionDelegate next)
    {
        var escritas = 0;
        db.SavedChanges += (_, salvas) => escritas += salvas.EntitiesSavedCount;
        var executada = await next();
        if (escritas > 0 && executada.Exception is null && Recusou(executada) && !PerguntaAntes(context))
        {
            throw new InvalidOperationException($"{context.ActionDescriptor.DisplayName} wrote {escritas} rows and refused.");
        }
    }

    // That a call was asked for is kept before the provider is asked, and whatever it answers: it is never asked for twice.
    private static bool PerguntaAntes(ActionExecutingContext context) =>
        context.ActionDescriptor is ControllerActionDescriptor { ActionName: nameof(DiscagemController.Discar) } acao
        && acao.ControllerTypeInfo == typeof(DiscagemController);

    private static bool Recusou(ActionExecutedContext executada) =>
        !executada.ModelState.IsValid
        || ((executada.Result as IStatusCodeActionResult)?.StatusCode ?? executada.HttpContext.Response.StatusCode) >= 400;
}
