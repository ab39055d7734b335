using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace CrmVoip.Tenancy;

/// <summary>
/// Asks each connection that it is given whether it lives. For a context that is used seldom and without a transaction of
/// its own; the tenant's contexts learn it from <see cref="RlsInterceptor"/>, which has something to send anyway.
/// </summary>
public sealed class ConexaoVivaInterceptor : DbConnectionInterceptor
{
    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => ConexaoViva.Tentar(
        connection,
        () =>
        {
            using var pergunta = connection.Perguntar(ConexaoViva.Pergunta);
            return pergunta.ExecuteNonQuery();
        });

    public override Task ConnectionOpenedAsync(
        DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default) => ConexaoViva.TentarAsync(
        connection,
        async () =>
        {
            await using var pergunta = connection.Perguntar(ConexaoViva.Pergunta);
            return await pergunta.ExecuteNonQueryAsync(cancellationToken);
        },
        cancellationToken);
}
