using System.Text.Json.Nodes;
using CrmVoip.Simulador.Contas;

namespace CrmVoip.Simulador.Webhooks;

public sealed record DestinoDeWebhook(Uri Url, string Versao);

/// <summary>Who wants an event: the integrations of the call's account whose constraint fits, and the configured URL.</summary>
public sealed class DestinosDeWebhook(Integracoes integracoes, ContasDeDemonstracao contas, SimuladorOptions options)
{
    private const string VersaoPadrao = "v1.4";

    public IEnumerable<DestinoDeWebhook> De(EventoDeLigacao evento)
    {
        foreach (var integracao in integracoes.Todas.Where(item => Quer(item, evento)))
        {
            if (Ler(integracao.Metadata?["webhookUrl"]?.ToString()) is { } url)
            {
                yield return new DestinoDeWebhook(url, integracao.Metadata?["webhookVersion"]?.ToString() ?? VersaoPadrao);
            }
        }

        if (Ler(options.Webhook) is { } fixo)
        {
            yield return new DestinoDeWebhook(fixo, VersaoPadrao);
        }
    }

    private bool Quer(Integracao integracao, EventoDeLigacao evento) =>
        integracao.Webhook
        && contas.PorToken(integracao.Token)?.Conta.Dominio == evento.Dominio
        && (integracao.Metadata?["webhookTypes"] is not JsonArray tipos || tipos.Any(tipo => tipo?.ToString() == evento.Tipo))
        && Cabe(integracao.WebhookConstraint, evento.Dados);

    /// <summary>A constraint is matched with the call; calls dialled over SIP carry no metadata and fit none on it.</summary>
    private static bool Cabe(JsonObject? exigido, JsonNode? dados) => exigido is null || exigido.All(campo =>
        campo.Value is JsonObject dentro
            ? Cabe(dentro, dados?[campo.Key]) && (dentro.Count == 0 || dados?[campo.Key] is not null)
            : dados?[campo.Key]?.ToString() == campo.Value?.ToString());

    private static Uri? Ler(string? texto) =>
        Uri.TryCreate(texto, UriKind.Absolute, out var url) && url.Scheme is "http" or "https" ? url : null;
}
