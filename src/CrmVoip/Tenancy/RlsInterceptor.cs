using System.Data;
using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;

namespace CrmVoip.Tenancy;

/// <summary>A context whose transactions carry the tenant to row-level security.</summary>
public interface IContextoDaOrganizacao
{
    public OrganizacaoAtual Organizacao { get; }
}

/// <summary>
/// Names the tenant to PostgreSQL at the start of every transaction, and for no longer than that, also behind pgbouncer: never
/// a session setting. By set_config, whose parameters pg_stat_statements leaves out of its rows; with SET LOCAL it kept one for
/// each organization. Being the first that is sent, it also shows whether the connection lives.
/// </summary>
/// <remarks>
/// No merge joins: every key begins with the organization, which one statement holds constant, and PostgreSQL takes its place
/// among all organizations for how much of a table such a join reads. For the first of them it would read all of it for one row.
/// A page out of its turn costs little more than the next one, as on any disk without moving parts: by the cost of a spinning one,
/// PostgreSQL would rather read 100,000 contacts than look 300 of them up.
/// </remarks>
public sealed class RlsInterceptor : DbTransactionInterceptor
{
    private const string Pessoa = "set_config('app.usuario_id', @pessoa, true)";
    private const string Organizacao =
        "set_config('app.organizacao_id', @organizacao, true), set_config('enable_mergejoin', 'off', true), set_config('random_page_cost', '1.1', true)";

    public override InterceptionResult<DbTransaction> TransactionStarting(
        DbConnection connection, TransactionStartingEventData eventData, InterceptionResult<DbTransaction> result) =>
        eventData.Context is IContextoDaOrganizacao { Organizacao: var atual }
            ? InterceptionResult<DbTransaction>.SuppressWithResult(
                ConexaoViva.Tentar(connection, () => Iniciar(connection, eventData.IsolationLevel, atual)))
            : result;

    public override async ValueTask<InterceptionResult<DbTransaction>> TransactionStartingAsync(
        DbConnection connection,
        TransactionStartingEventData eventData,
        InterceptionResult<DbTransaction> result,
        CancellationToken cancellationToken = default) =>
        eventData.Context is IContextoDaOrganizacao { Organizacao: var atual }
            ? InterceptionResult<DbTransaction>.SuppressWithResult(await ConexaoViva.TentarAsync(
                connection, () => IniciarAsync(connection, eventData.IsolationLevel, atual, cancellationToken), cancellationToken))
            : result;

    private static DbTransaction Iniciar(DbConnection connection, IsolationLevel nivel, OrganizacaoAtual atual)
    {
        var transacao = connection.BeginTransaction(nivel);
        try
        {
            using var comando = Comando(connection, transacao, atual);
            comando.ExecuteNonQuery();
            return transacao;
        }
        catch
        {
            transacao.Dispose();
            throw;
        }
    }

    private static async Task<DbTransaction> IniciarAsync(DbConnection connection, IsolationLevel nivel, OrganizacaoAtual atual, CancellationToken ct)
    {
        var transacao = await connection.BeginTransactionAsync(nivel, ct);
        try
        {
            await using var comando = Comando(connection, transacao, atual);
            await comando.ExecuteNonQueryAsync(ct);
            return transacao;
        }
        catch
        {
            await transacao.DisposeAsync();
            throw;
        }
    }

    private static DbCommand Comando(DbConnection connection, DbTransaction transaction, OrganizacaoAtual atual)
    {
        var command = connection.Perguntar((atual.Id, atual.UsuarioId) switch
        {
            (null, null) => ConexaoViva.Pergunta,
            (null, not null) => $"select {Pessoa}",
            (not null, null) => $"select {Organizacao}",
            _ => $"select {Organizacao}, {Pessoa}",
        });
        command.Transaction = transaction;
        Valor(command, "organizacao", atual.Id);
        Valor(command, "pessoa", atual.UsuarioId);
        return command;
    }

    private static void Valor(DbCommand command, string nome, Guid? id)
    {
        if (id is { } valor)
        {
            command.Parameters.Add(new NpgsqlParameter { ParameterName = nome, Value = valor.ToString("D") });
        }
    }
}
