using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace CrmVoip.Data;

/// <summary>What a unit of work wants done once it stands, on this instance only: hints, nothing that must not be lost.</summary>
public static class DepoisDoCommit
{
    private static readonly ConditionalWeakTable<DbContext, List<Action>> _acoes = [];

    /// <summary>Done when the current transaction is committed, once however often the same is asked for; forgotten when it is not.</summary>
    public static void FazerDepoisDoCommit(this DbContext db, Action acao) => _acoes.GetOrCreateValue(db).Add(acao);

    /// <summary>As above, and as often as it is asked for: what happened twice counts twice.</summary>
    public static void ContarDepoisDoCommit(this DbContext db, Action contar) => db.FazerDepoisDoCommit(() => contar());

    internal static void Esquecer(DbContext db) => _acoes.Remove(db);

    internal static void Fazer(DbContext db)
    {
        if (_acoes.TryGetValue(db, out var acoes))
        {
            _acoes.Remove(db);
            foreach (var acao in acoes.Distinct())
            {
                acao();
            }
        }
    }
}

public sealed class DepoisDoCommitInterceptor : DbTransactionInterceptor
{
    public override DbTransaction TransactionStarted(DbConnection connection, TransactionEndEventData eventData, DbTransaction result)
    {
        if (eventData.Context is { } db)
        {
            DepoisDoCommit.Esquecer(db);
        }

        return result;
    }

    public override ValueTask<DbTransaction> TransactionStartedAsync(
        DbConnection connection, TransactionEndEventData eventData, DbTransaction result, CancellationToken cancellationToken = default) =>
        ValueTask.FromResult(TransactionStarted(connection, eventData, result));

    public override void TransactionCommitted(DbTransaction transaction, TransactionEndEventData eventData)
    {
        if (eventData.Context is { } db)
        {
            DepoisDoCommit.Fazer(db);
        }
    }

    public override Task TransactionCommittedAsync(
        DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        TransactionCommitted(transaction, eventData);
        return Task.CompletedTask;
    }
}
