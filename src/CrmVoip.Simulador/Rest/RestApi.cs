using CrmVoip.Simulador.Contas;
using Microsoft.AspNetCore.Http.Features;

namespace CrmVoip.Simulador.Rest;

/// <summary>Everything below <c>/api/v1</c>.</summary>
public static class RestApi
{
    public static void MapRest(this WebApplication app)
    {
        var api = app.MapGroup("/api/v1").AddEndpointFilter<TokenFilter>().AddEndpointFilter<RecusaFilter>();
        api.MapUsers();
        api.MapExtensions();
        api.MapCalls();
        api.MapIntegrations();
        api.MapDialer();

        app.MapFiles();
        app.Map("/api/{**caminho}", (HttpRequest request) => LoopBackError.NotFound(
            $"Shared class has no method handling {request.Method} {request.Path}"));
    }

    public static Credencial Credencial(this HttpContext http) => http.Features.GetRequiredFeature<Credencial>();
}
