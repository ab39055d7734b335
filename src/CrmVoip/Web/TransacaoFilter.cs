using CrmVoip.Data;
using CrmVoip.Tenancy;
using Microsoft.AspNetCore.Mvc.Filters;

namespace CrmVoip.Web;

/// <summary>
/// One transaction around each action of an organization, committed before the result is rendered. What a command wrote is kept,
/// whatever the answer looks like: one that refuses has written nothing, and one that throws is undone. Views get finished
/// records: a query from a view would see no rows.
/// </summary>
public sealed class TransacaoFilter(CrmDbContext db, OrganizacaoAtual organizacao) : IAsyncActionFilter, IOrderedFilter
{
    public const int Ordem = -1000;

    public int Order => Ordem;

    public async Task OnActionExecutionAsync(ActionExecutingContext context, ActionExecutionDelegate next)
    {
        if (!organizacao.Definida || context.ActionDescriptor.EndpointMetadata.OfType<SemTransacaoAttribute>().Any())
        {
            await next();
            return;
        }

        await using var transacao = await db.Database.BeginTransactionAsync(context.HttpContext.RequestAborted);
        if ((await next()).Exception is null)
        {
            await transacao.CommitAsync(CancellationToken.None);
        }
    }
}
