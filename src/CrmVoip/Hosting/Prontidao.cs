using CrmVoip.Data;
using CrmVoip.Work;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace CrmVoip.Hosting;

/// <summary>
/// Ready: all three roles are answered, the schema is this version's, the clock is right, and nobody asked to stop. Says why
/// not in the log, once.
/// </summary>
public sealed partial class Prontidao(
    IServiceScopeFactory escopos, FilaDeTrabalhos fila, RelogioConferido relogio, IHostApplicationLifetime vida, ILogger<Prontidao> log) : IHealthCheck
{
    public static readonly TimeSpan Prazo = TimeSpan.FromSeconds(2);
    private string? _ultima;

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var falta = vida.ApplicationStopping.IsCancellationRequested ? "the product is stopping" : await FaltaAsync(cancellationToken);
        var antes = Interlocked.Exchange(ref _ultima, falta);
        if (falta is not null && falta != antes)
        {
            NaoPronta(log, falta);
        }
        else if (falta is null && antes is not null)
        {
            Pronta(log);
        }

        return falta is null ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy();
    }

    // Whoever does not answer in time is not waited for: a connection that nothing comes back on takes longer to give up.
    private async Task<string?> FaltaAsync(CancellationToken ct)
    {
        using var limite = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limite.CancelAfter(Prazo);
        try
        {
            var respostas = await Task.WhenAll(
                PerguntarAsync("crm_app", () => EsquemaAsync<CrmDbContext>(limite.Token)),
                PerguntarAsync("crm_auth", () => EsquemaAsync<ContasDbContext>(limite.Token)),
                PerguntarAsync("crm_fila", () => relogio.ErroAsync(limite.Token)),
                PerguntarAsync("crm_fila", () => FilaAsync(limite.Token))).WaitAsync(Prazo, ct);
            return respostas.FirstOrDefault(r => r is not null);
        }
        catch (TimeoutException)
        {
            return "the database does not answer in time";
        }
    }

    private static async Task<string?> PerguntarAsync(string papel, Func<Task<string?>> perguntar)
    {
        try
        {
            return await Task.Run(perguntar);
        }
        catch (OperationCanceledException)
        {
            return "the database does not answer in time";
        }
        catch (Exception erro)
        {
            return $"{papel} is not answered ({BancoFora.Motivo(erro) ?? erro.GetType().Name})";
        }
    }

    private async Task<string?> EsquemaAsync<TContext>(CancellationToken ct)
        where TContext : DbContext
    {
        await using var escopo = escopos.CreateAsyncScope();
        var db = escopo.ServiceProvider.GetRequiredService<TContext>();
        var faltam = await db.EmTransacaoAsync(() => db.Database.GetPendingMigrationsAsync(ct), ct);
        return faltam.FirstOrDefault() is { } falta ? $"the migration {falta} is not applied" : null;
    }

    private async Task<string?> FilaAsync(CancellationToken ct)
    {
        await fila.ProximoAsync([], null, ct);
        return null;
    }

    [LoggerMessage(LogLevel.Error, "Not ready: {Falta}.")]
    private static partial void NaoPronta(ILogger logger, string falta);

    [LoggerMessage(LogLevel.Information, "Ready again.")]
    private static partial void Pronta(ILogger logger);
}
