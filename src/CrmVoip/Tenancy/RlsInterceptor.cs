using System.Data;
using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace CrmVoip.Tenancy;

/// <summary>A context whose transactions carry the tenant to row-level security.</summary>
public interface IContextoDaOrganizacao
{
    public OrganizacaoAtual Organizacao { get; }
}

/// <summary>
/// Names the tenant to PostgreSQL at the start of every transaction. SET LOCAL, never a session setting: it ends with
/// the transaction, also behind pgbouncer. A literal, because set_config does not reach Citus workers. Being the first that
/// is sent, it also shows whether the connection lives.
/// </summary>
/// <remarks>
/// No merge joins: every key begins with the organization, which one statement holds constant, and PostgreSQL takes its place
/// among all organizations for how much of a table such a join reads. For the first of them it would read all of it for one row.
/// A page out of its turn costs little more than the next one, as on any disk without moving parts: by the cost of a spinning one,
/// PostgreSQL would rather read 100,000 contacts than look 300 of them up.
/// </remarks>
public sealed class RlsInterceptor : DbTransactionInterceptor
{
    public override InterceptionResult<DbTransaction> TransactionStarting(
        DbConnection connection, TransactionStartingEventData eventData, InterceptionResult<DbTransaction> result) =>
        eventData.Context is IContextoDaOrganizacao { Organizacao: var atual }
            ? InterceptionResult<DbTransaction>.SuppressWithResult(
                ConexaoViva.Tentar(connection, () => Iniciar(connection, eventData.IsolationLevel, Sql(atual))))
            : result;

    public override async ValueTask<InterceptionResult<DbTransaction>> TransactionStartingAsync(
        DbConnection connection,
        TransactionStartingEventData eventData,
        InterceptionResult<DbTransaction> result,
        CancellationToken cancellationToken = default) =>
        eventData.Context is IContextoDaOrganizacao { Organizacao: var atual }
            ? InterceptionResult<DbTransaction>.SuppressWithResult(await ConexaoViva.TentarAsync(
                connection, () => IniciarAsync(connection, eventData.IsolationLevel, Sql(atual), cancellationToken), cancellationToken))
            : result;

    private static DbTransaction Iniciar(DbConnection connection, IsolationLevel nivel, string sql)
    {
        var transacao = connection.BeginTransaction(nivel);
        try
        {
            using var comando = Comando(connection, transacao, sql);
            comando.ExecuteNonQuery();
            return transacao;
        }
        catch
        {
            transacao.Dispose();
            throw;
        }
    }

    private static async Task<DbTransaction> IniciarAsync(DbConnection connection, IsolationLevel nivel, string sql, CancellationToken ct)
    {
        var transacao = await connection.BeginTransactionAsync(nivel, ct);
        try
        {
            await using var comando = Comando(connection, transacao, sql);
            await comando.ExecuteNonQueryAsync(ct);
            return transacao;
        }
        catch
        {
            await transacao.DisposeAsync();
            throw;
        }
    }

    private static DbCommand Comando(DbConnection connection, DbTransaction transaction, string sql)
    {
        var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = sql.Length > 0 ? sql : ConexaoViva.Pergunta;
        return command;
    }

    private static string Sql(OrganizacaoAtual atual) =>
        (atual.Id is { } organizacao ? $"set local app.organizacao_id = '{organizacao:D}';set local enable_mergejoin = off;set local random_page_cost = 1.1;" : "")
        + (atual.UsuarioId is { } usuario ? $"set local app.usuario_id = '{usuario:D}';" : "");
}
