using CrmVoip.Data;
using CrmVoip.Domain;
using Microsoft.Extensions.Options;

namespace CrmVoip.Features.Telefonia.Registros;

/// <summary>Says that this instance runs, and which version it is: one statement every half minute, whatever the organizations.</summary>
public sealed partial class BaterInstancia(
    IServiceScopeFactory fabrica, TimeProvider relogio, IOptions<OpcoesDasVersoes> opcoes, ILogger<BaterInstancia> log) : BackgroundService
{
    private readonly Guid _id = Guid.CreateVersion7();

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var cadencia = new PeriodicTimer(opcoes.Value.BaterACada, relogio);
        try
        {
            do
            {
                await BaterAsync(stoppingToken);
            }
            while (await cadencia.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException)
        {
            // The instance ends, perhaps before it ever listened.
        }
    }

    private async Task BaterAsync(CancellationToken ct)
    {
        try
        {
            await using var escopo = fabrica.CreateAsyncScope();
            await escopo.ServiceProvider.GetRequiredService<CrmDbContext>().BaterAsync(_id, Instancia.VersaoAtual, ct);
        }
        catch (Exception erro) when (!ct.IsCancellationRequested)
        {
            Falhou(log, BancoFora.Motivo(erro) ?? erro.GetType().Name);
        }
    }

    [LoggerMessage(LogLevel.Warning, "The sign of this instance was not kept ({Motivo}); the next one follows.")]
    private static partial void Falhou(ILogger logger, string motivo);
}
