using System.Data;
using System.Data.Common;
using Npgsql;

namespace CrmVoip.Tenancy;

/// <summary>
/// A connection from the pool may have died while it lay there: the server restarted. The first thing sent on it shows
/// that, and as long as it carried nothing of anybody's work it may be sent again on a new one. Once: a server that is
/// really away is an error.
/// </summary>
public static class ConexaoViva
{
    public const string Pergunta = "select 1";

    public static T Tentar<T>(DbConnection conexao, Func<T> primeiro)
    {
        try
        {
            return primeiro();
        }
        catch (NpgsqlException) when (Caiu(conexao))
        {
            Esvaziar(conexao);
            conexao.Close();
            conexao.Open();
            return primeiro();
        }
    }

    public static async Task<T> TentarAsync<T>(DbConnection conexao, Func<Task<T>> primeiro, CancellationToken ct)
    {
        try
        {
            return await primeiro();
        }
        catch (NpgsqlException) when (Caiu(conexao))
        {
            Esvaziar(conexao);
            await conexao.CloseAsync();
            await conexao.OpenAsync(ct);
            return await primeiro();
        }
    }

    private static bool Caiu(DbConnection conexao) => conexao.State != ConnectionState.Open;

    // What lay beside it in the pool died with it.
    private static void Esvaziar(DbConnection conexao) => NpgsqlConnection.ClearPool((NpgsqlConnection)conexao);
}
