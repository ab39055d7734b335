using System.Net.Sockets;
using Npgsql;

namespace CrmVoip.Data;

/// <summary>Tells a database that cannot be used now from a fault of ours: it passes, and nobody mends it by a stack trace.</summary>
public static class BancoFora
{
    // 08: the connection, and what pgbouncer says when it has none; 28: the password is being changed; 53300: no place left.
    // 57P01–57P03: it stops, crashed or starts; 3D000: it is being restored; 25006: a standby that is not promoted yet.
    private static readonly string[] _estados = ["08", "28", "53300", "57P01", "57P02", "57P03", "3D000", "25006"];

    /// <summary>What makes the database unusable, in a word or two, or null when that is not what happened.</summary>
    public static string? Motivo(Exception? erro)
    {
        for (; erro is not null; erro = erro.InnerException)
        {
            switch (erro)
            {
                case PostgresException postgres:
                    return _estados.Any(estado => postgres.SqlState.StartsWith(estado, StringComparison.Ordinal)) ? postgres.SqlState : null;
                case NpgsqlException { IsTransient: true, InnerException: var causa }:
                    return causa is SocketException { SocketErrorCode: var codigo } ? codigo.ToString() : (causa ?? erro).GetType().Name;
                default:
                    continue;
            }
        }

        return null;
    }
}
