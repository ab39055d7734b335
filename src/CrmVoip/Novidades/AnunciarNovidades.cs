using CrmVoip.Data;
using Npgsql;

namespace CrmVoip.Novidades;

/// <summary>
/// Tells this instance's listeners and, by one NOTIFY for all that gathered, the others: after the commit, because NOTIFY
/// inside a transaction makes commits wait for each other; at once, then some five times a second at most.
/// </summary>
public sealed partial class AnunciarNovidades(
    Anuncios anuncios, Assinaturas assinaturas, CanalDasInstancias canal, ILogger<AnunciarNovidades> log) : BackgroundService
{
    private static readonly TimeSpan _pausa = TimeSpan.FromMilliseconds(200);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (true)
            {
                await AnunciarAsync(stoppingToken);
                await Task.Delay(_pausa, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The product ends, or did not start.
        }
    }

    private async Task AnunciarAsync(CancellationToken ct)
    {
        var novidades = await anuncios.TirarAsync(ct);
        foreach (var novidade in novidades)
        {
            assinaturas.Entregar(novidade);
        }

        await AvisarAsOutrasAsync(novidades, ct);
    }

    private async Task AvisarAsOutrasAsync(IEnumerable<Novidade> novidades, CancellationToken ct)
    {
        try
        {
            await canal.NotificarAsync([.. novidades.Select(n => MensagemEntreInstancias.De(canal.Instancia, n))], ct);
        }
        catch (NpgsqlException erro)
        {
            // A hint: the others ask within the minute.
            LogNaoAvisou(log, erro.GetType().Name);
        }
    }

    [LoggerMessage(LogLevel.Debug, "Other instances were not told of a change ({Motivo}); their boards follow within a minute")]
    private static partial void LogNaoAvisou(ILogger log, string motivo);
}
