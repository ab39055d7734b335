using CrmVoip.Data;
using CrmVoip.Domain;
using Microsoft.Extensions.Options;

namespace CrmVoip.Features.Telefonia.Ligacoes;

/// <summary>Says that this instance runs, and which version it is: one statement every half minute, whatever the organizations.</summary>
public sealed partial class BaterInstancia(
    IServiceScopeFactory fabrica, TimeProvider relogio, IOptions<OpcoesDasVersoes> opcoes, ILogger<BaterInstancia> log) : BackgroundService
{
    private readonly Guid _id = Guid.CreateVersion7();

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var cadencia = new PeriodicTimer(opcoes.Value.BaterACada, relogio);
        do
        {
            try
            {
                await using var escopo = fabrica.CreateAsyncScope();
                await escopo.ServiceProvider.GetRequiredService<CrmDbContext>().BaterAsync(_id, Instancia.VersaoAtual, stoppingToken);
            }
            catch (Exception erro) when (!stoppingToken.IsCancellationRequested)
            {
                Falhou(log, erro);
            }
        }
        while (await cadencia.WaitForNextTickAsync(stoppingToken));
    }

    [LoggerMessage(LogLevel.Warning, "The sign of this instance was not kept; the next one follows.")]
    private static partial void Falhou(ILogger logger, Exception erro);
}
