using CrmVoip.Data;
using CrmVoip.Work;
using Microsoft.Extensions.Options;

namespace CrmVoip.Features.Pessoas.Auditorias;

/// <summary>What is scheduled for accounts, which nobody enters as an organization is entered: at each start. Two rounds become one.</summary>
public sealed partial class SemearContas(IServiceScopeFactory fabrica, IOptions<OpcoesDosTrabalhos> opcoes, ILogger<SemearContas> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!opcoes.Value.Executar)
        {
            return;
        }

        try
        {
            await using var escopo = fabrica.CreateAsyncScope();
            await escopo.ServiceProvider.GetRequiredService<ContasDbContext>().EmTransacaoAsync(
                async () =>
                {
                    await escopo.ServiceProvider.GetRequiredService<AgendaDaConta>().AgendarAsync<ApagarEventosDeConta>(ApagarEventosDeConta.Linha, stoppingToken);
                    return true;
                },
                stoppingToken);
        }
        catch (Exception erro) when (erro is not OperationCanceledException)
        {
            NaoSemeou(log, erro.GetType().Name);
        }
    }

    [LoggerMessage(LogLevel.Warning, "What is scheduled for accounts could not be looked at ({Motivo}); the next start does.")]
    private static partial void NaoSemeou(ILogger logger, string motivo);
}
