using Microsoft.Extensions.Options;

namespace CrmVoip.Hosting;

/// <summary>
/// Told to stop, the product is not ready any more and serves on for a while, so that who hands out requests notices before
/// the door is closed.
/// </summary>
public sealed class EsperaAoParar(IOptions<OpcoesDoCrm> opcoes, TimeProvider relogio) : IHostedLifecycleService
{
    public static readonly TimeSpan ParaTerminar = TimeSpan.FromSeconds(30);

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.Delay(opcoes.Value.AntesDeParar, relogio, cancellationToken);

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
