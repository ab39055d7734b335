namespace CrmVoip.Features.Conta;

/// <summary>Works off the requests for a link, one after the other.</summary>
public sealed partial class RecuperarSenhaJob(FilaDeRecuperacao fila, IServiceScopeFactory fabrica, ILogger<RecuperarSenhaJob> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var pedido in fila.LerAsync(stoppingToken))
        {
            try
            {
                await using var escopo = fabrica.CreateAsyncScope();
                await escopo.ServiceProvider.GetRequiredService<EnviarLinkDeSenha>().ExecutarAsync(pedido, stoppingToken);
            }
            catch (Exception erro) when (!stoppingToken.IsCancellationRequested)
            {
                Falhou(log, erro);
            }
        }
    }

    [LoggerMessage(LogLevel.Error, "A link to set a new password could not be sent.")]
    private static partial void Falhou(ILogger log, Exception erro);
}
