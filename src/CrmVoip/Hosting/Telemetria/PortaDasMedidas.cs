using Microsoft.Extensions.Options;
using OpenTelemetry.Metrics;

namespace CrmVoip.Hosting.Telemetria;

/// <summary>
/// /metrics on a listener of its own. A path of the product's would be public by accident: behind a proxy, whoever asks chooses
/// path and Host.
/// </summary>
public sealed class PortaDasMedidas(MeterProvider medidas, IOptions<OpcoesDaTelemetria> opcoes) : IHostedService, IAsyncDisposable
{
    private WebApplication? _porta;

    public string Endereco => $"{_porta!.Urls.First()}/metrics";

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.AddServerHeader = false).UseUrls(opcoes.Value.Prometheus!);
        _porta = builder.Build();
        _porta.UseOpenTelemetryPrometheusScrapingEndpoint(medidas, null, "/metrics", null, null);
        try
        {
            await _porta.StartAsync(cancellationToken);
        }
        catch (IOException erro)
        {
            throw new PartidaRecusadaException($"Crm:Telemetria:Prometheus: {erro.Message}", erro);
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => _porta?.StopAsync(cancellationToken) ?? Task.CompletedTask;

    public ValueTask DisposeAsync() => _porta?.DisposeAsync() ?? ValueTask.CompletedTask;
}
