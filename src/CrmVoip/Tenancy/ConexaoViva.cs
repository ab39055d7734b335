using System.Data;
using System.Data.Common;
using System.Diagnostics;
using Npgsql;

namespace CrmVoip.Tenancy;

/// <summary>
/// A connection from the pool may have died while it lay there: the server restarted. The first thing sent on it shows
/// that, and as long as it carried nothing of anybody's work it may be sent again on another. Npgsql clears a pool whose
/// connection broke, but lets everybody go on who finds it being cleared: the next one taken may be dead as well. Each
/// failure takes one of the dead out of the pool, so that after as many as it holds the next is new.
/// </summary>
public static class ConexaoViva
{
    public const string Pergunta = "select 1";

    /// <summary>How long a person waits for a sign of life. What does not answer is not asked again: it would not either.</summary>
    public static readonly TimeSpan Prazo = TimeSpan.FromSeconds(4);

    public static T Tentar<T>(DbConnection conexao, Func<T> primeiro)
    {
        var inicio = Stopwatch.GetTimestamp();
        for (var mortas = 0; ; mortas++)
        {
            try
            {
                return primeiro();
            }
            catch (NpgsqlException) when (Caiu(conexao) && mortas < LugaresNoPool(conexao) && Stopwatch.GetElapsedTime(inicio) < Prazo)
            {
                conexao.Close();
                conexao.Open();
            }
        }
    }

    public static async Task<T> TentarAsync<T>(DbConnection conexao, Func<Task<T>> primeiro, CancellationToken ct)
    {
        var inicio = Stopwatch.GetTimestamp();
        for (var mortas = 0; ; mortas++)
        {
            try
            {
                return await primeiro();
            }
            catch (NpgsqlException) when (Caiu(conexao) && mortas < LugaresNoPool(conexao) && Stopwatch.GetElapsedTime(inicio) < Prazo)
            {
                await conexao.CloseAsync();
                await conexao.OpenAsync(ct);
            }
        }
    }

    public static DbCommand Perguntar(this DbConnection conexao, string pergunta)
    {
        var comando = conexao.CreateCommand();
        comando.CommandText = pergunta;
        comando.CommandTimeout = (int)Prazo.TotalSeconds;
        return comando;
    }

    private static bool Caiu(DbConnection conexao) => conexao.State != ConnectionState.Open;

    private static int LugaresNoPool(DbConnection conexao) => new NpgsqlConnectionStringBuilder(conexao.ConnectionString).MaxPoolSize;
}
