using CrmVoip.Simulador.Contas;
using CrmVoip.Simulador.Controle;

namespace CrmVoip.Simulador.Rest;

/// <summary>The token travels raw in <c>Authorization</c>; with a <c>Bearer</c> prefix it is another, unknown token.</summary>
public sealed class TokenFilter(ContasDeDemonstracao contas, FalhasProvocadas falhas) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        if (falhas.StatusDoRest is { } status)
        {
            return LoopBackError.Create(status, "Error", "Internal Server Error");
        }

        var token = context.HttpContext.Request.Headers.Authorization.ToString();
        if (token == falhas.TokenRevogado || contas.PorToken(token) is not { } credencial)
        {
            return LoopBackError.InvalidToken;
        }

        if (credencial.Papel == Papel.SemPermissao)
        {
            return LoopBackError.Forbidden;
        }

        context.HttpContext.Features.Set(credencial);
        return await next(context);
    }
}
