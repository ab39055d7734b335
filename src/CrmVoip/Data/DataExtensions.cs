using CrmVoip.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace CrmVoip.Data;

public static class DataExtensions
{
    public const string HistoricoCrm = "migracoes_crm";
    public const string HistoricoContas = "migracoes_contas";

    public static DbContextOptionsBuilder UsarCrm(this DbContextOptionsBuilder options, string conexao) =>
        options
            .UseNpgsql(conexao, npgsql => npgsql.MigrationsHistoryTable(HistoricoCrm))
            .UseSnakeCaseNamingConvention()
            .AddInterceptors(new RlsInterceptor(), new DepoisDoCommitInterceptor())
            .ConfigureWarnings(SemRepetir);

    public static DbContextOptionsBuilder UsarContas(this DbContextOptionsBuilder options, string conexao) =>
        options
            .UseNpgsql(conexao, npgsql => npgsql.MigrationsHistoryTable(HistoricoContas))
            .UseSnakeCaseNamingConvention()
            .AddInterceptors(new ConexaoVivaInterceptor(), new DepoisDoCommitInterceptor())
            .ConfigureWarnings(SemRepetir);

    /// <summary>Lets the role that serves see which migrations were applied: it does not start on an older schema.</summary>
    public static async Task MostrarMigracoesAsync(this DbContext db, string papel, string historico, CancellationToken ct)
    {
#pragma warning disable EF1002 // Both names are constants of ours; GRANT takes no parameters.
        await db.Database.ExecuteSqlRawAsync($"grant select on {historico} to {papel}", ct);
#pragma warning restore EF1002
    }

    // Each of these is thrown as well, and logged by who catches it: an error has one stack trace.
    private static void SemRepetir(WarningsConfigurationBuilder avisos) => avisos.Ignore(
        CoreEventId.QueryIterationFailed, CoreEventId.SaveChangesFailed, RelationalEventId.ConnectionError, RelationalEventId.TransactionError);

    /// <summary>One short unit of work: the tenant is set, the work saved, all or nothing.</summary>
    public static async Task<T> EmTransacaoAsync<T>(this DbContext db, Func<Task<T>> trabalho, CancellationToken ct)
    {
        await using var transacao = await db.Database.BeginTransactionAsync(ct);
        var resultado = await trabalho();
        await transacao.CommitAsync(ct);
        return resultado;
    }
}
