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

    // A person waits for a sign of life: once more where the server lived enough to hear that the first was given up.
    private const int RespostaEmSegundos = 2;
    private static readonly TimeSpan _prazo = TimeSpan.FromSeconds(3);

    public static T Tentar<T>(DbConnection conexao, Func<T> primeiro)
    {
        var inicio = Stopwatch.GetTimestamp();
        for (var mortas = 0; ; mortas++)
        {
            try
            {
                return primeiro();
            }
            catch (NpgsqlException erro) when (SemResposta(erro, conexao) && mortas < LugaresNoPool(conexao) && Stopwatch.GetElapsedTime(inicio) < _prazo)
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
            catch (NpgsqlException erro) when (SemResposta(erro, conexao) && mortas < LugaresNoPool(conexao) && Stopwatch.GetElapsedTime(inicio) < _prazo)
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
        comando.CommandTimeout = RespostaEmSegundos;
        return comando;
    }

    private static bool SemResposta(NpgsqlException erro, DbConnection conexao) =>
        conexao.State != ConnectionState.Open || erro.InnerException is TimeoutException;

    private static int LugaresNoPool(DbConnection conexao) => new NpgsqlConnectionStringBuilder(conexao.ConnectionString).MaxPoolSize;
}
