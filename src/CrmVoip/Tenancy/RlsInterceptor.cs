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
/// the transaction, also behind pgbouncer. A literal, because set_config does not reach Citus workers.
/// </summary>
public sealed class RlsInterceptor : DbTransactionInterceptor
{
    public override DbTransaction TransactionStarted(DbConnection connection, TransactionEndEventData eventData, DbTransaction result)
    {
        using var command = Comando(connection, result, eventData);
        command?.ExecuteNonQuery();
        return result;
    }

    public override async ValueTask<DbTransaction> TransactionStartedAsync(
        DbConnection connection,
        TransactionEndEventData eventData,
        DbTransaction result,
        CancellationToken cancellationToken = default)
    {
        if (Comando(connection, result, eventData) is { } command)
        {
            await using (command)
            {
                await command.ExecuteNonQueryAsync(cancellationToken);
            }
        }

        return result;
    }

    private static DbCommand? Comando(DbConnection connection, DbTransaction transaction, DbContextEventData eventData)
    {
        if (eventData.Context is not IContextoDaOrganizacao { Organizacao: var atual } || Sql(atual) is not { Length: > 0 } sql)
        {
            return null;
        }

        var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = sql;
        return command;
    }

    private static string Sql(OrganizacaoAtual atual) =>
        (atual.Id is { } organizacao ? $"set local app.organizacao_id = '{organizacao:D}';" : "")
        + (atual.UsuarioId is { } usuario ? $"set local app.usuario_id = '{usuario:D}';" : "");
}
