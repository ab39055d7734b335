using CrmVoip.Tenancy;
using CrmVoip.Work;

namespace CrmVoip.Hosting;

/// <summary>After the answer, so that nobody waits for it.</summary>
public static class Semeadura
{
    public static Task AplicarAsync(HttpContext context, RequestDelegate next)
    {
        if (context.RequestServices.GetRequiredService<OrganizacaoAtual>().Id is { } organizacaoId)
        {
            context.Response.OnCompleted(() => context.RequestServices.GetRequiredService<Semeador>().PassarAsync(organizacaoId));
        }

        return next(context);
    }
}
