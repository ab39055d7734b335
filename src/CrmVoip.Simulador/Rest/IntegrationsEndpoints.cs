using System.Globalization;
using System.Text.Json.Nodes;
using CrmVoip.Simulador.Webhooks;

namespace CrmVoip.Simulador.Rest;

public static class IntegrationsEndpoints
{
    public static void MapIntegrations(this RouteGroupBuilder api)
    {
        api.MapGet("/integrations", (HttpContext http, Integracoes integracoes) =>
            integracoes.DoToken(http.Credencial().Token).Select(ToRow));

        api.MapPatch("/integrations", (HttpContext http, JsonObject body, Integracoes integracoes) =>
        {
            var token = http.Credencial().Token;
            var gateway = body["gateway"]?.ToString();
            if (body["id"] is { } id)
            {
                return integracoes.DoToken(token).FirstOrDefault(item => item.Id.ToString(CultureInfo.InvariantCulture) == id.ToString()) is { } existing
                    ? Results.Ok(ToRow(integracoes.Guardar(Update(existing, body))))
                    : LoopBackError.NotFound($"Unknown \"UserIntegration\" id \"{id}\".");
            }

            if (string.IsNullOrEmpty(gateway))
            {
                return LoopBackError.Invalid("The `UserIntegration` instance is not valid. Details: `gateway` can't be blank.");
            }

            return integracoes.DoToken(token).Any(item => item.Gateway == gateway)
                ? LoopBackError.Invalid("User integration already exists")
                : Results.Ok(ToRow(integracoes.Guardar(Update(new Integracao(integracoes.NovoId(), token, gateway), body))));
        });
    }

    private static Integracao Update(Integracao integracao, JsonObject body) => integracao with
    {
        Gateway = body["gateway"]?.ToString() ?? integracao.Gateway,
        Webhook = body["webhook"]?.GetValue<bool>() ?? integracao.Webhook,
        WebhookConstraint = body["webhookConstraint"] as JsonObject ?? integracao.WebhookConstraint,
        Metadata = body["metadata"] as JsonObject ?? integracao.Metadata,
    };

    private static object ToRow(Integracao integracao) => new
    {
        id = integracao.Id,
        gateway = integracao.Gateway,
        webhook = integracao.Webhook,
        webhookConstraint = integracao.WebhookConstraint,
        metadata = integracao.Metadata,
    };
}
