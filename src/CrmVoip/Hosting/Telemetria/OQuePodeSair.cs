using System.Collections.Frozen;
using OpenTelemetry.Metrics;

namespace CrmVoip.Hosting.Telemetria;

/// <summary>
/// What may leave the product in a metric or a span: what is named here, whatever a library adds in its next version. No address
/// (a webhook's holds a secret), nobody's host, number or name; and no organization in a metric, which would be a series each.
/// </summary>
public static class OQuePodeSair
{
    private static readonly string[] _rotulos =
    [
        "tipo", "estado", "resultado", "desfecho", "status", "fonte", "modo", "pedido",
        "http.request.method", "http.response.status_code", "http.route", "error.type", "url.scheme", "network.protocol.name", "network.protocol.version",
        "aspnetcore.diagnostics.exception.result", "aspnetcore.diagnostics.handler.type", "aspnetcore.rate_limiting.policy", "aspnetcore.rate_limiting.result",
        "aspnetcore.request.is_unhandled", "aspnetcore.routing.is_fallback", "aspnetcore.routing.match_status", "http.connection.state",
        "db.client.connection.pool.name", "db.client.connection.state", "db.response.status_code", "db.system.name",
        "gc.heap.generation", "cpu.mode",
    ];

    private static readonly FrozenSet<string> _dosTrechos = new[]
    {
        "crm.organizacao", "tipo", "desfecho", "tentativa", "error.type",
        "http.request.method", "http.response.status_code", "http.route", "url.scheme", "network.protocol.version", "server.address", "server.port",
        "db.system.name", "db.namespace", "db.operation.name", "db.query.text", "db.response.status_code",
    }.ToFrozenSet();

    public static bool NoTrecho(string atributo) => _dosTrechos.Contains(atributo);

    public static MetricStreamConfiguration NaMedida() => new() { TagKeys = _rotulos };
}
