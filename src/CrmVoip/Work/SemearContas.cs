using CrmVoip.Data;
using Microsoft.Extensions.Options;

namespace CrmVoip.Work;

/// <summary>Schedules what is periodic for accounts, at each start. Two rounds become one.</summary>
public sealed partial class SemearContas(
    IServiceScopeFactory fabrica, IEnumerable<SementeDeConta> sementes, IOptions<OpcoesDosTrabalhos> opcoes, ILogger<SemearContas> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!opcoes.Value.Executar)
        {
            return;
        }

        try
        {
            await SemearAsync(stoppingToken);
        }
        catch (Exception erro) when (erro is not OperationCanceledException)
        {
            NaoSemeou(log, erro.GetType().Name);
        }
    }

    public async Task SemearAsync(CancellationToken ct)
    {
        await using var escopo = fabrica.CreateAsyncScope();
        var agenda = escopo.ServiceProvider.GetRequiredService<AgendaDaConta>();
        await escopo.ServiceProvider.GetRequiredService<ContasDbContext>().EmTransacaoAsync(
            async () =>
            {
                foreach (var semente in sementes)
                {
                    await semente.SemearAsync(agenda, ct);
                }

                return true;
            },
            ct);
    }

    [LoggerMessage(LogLevel.Warning, "What is scheduled for accounts could not be looked at ({Motivo}); the next start does.")]
    private static partial void NaoSemeou(ILogger logger, string motivo);
}
