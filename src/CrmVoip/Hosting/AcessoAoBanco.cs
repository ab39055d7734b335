using System.Net.Sockets;
using Npgsql;

namespace CrmVoip.Hosting;

/// <summary>Says in one sentence why the database cannot be used, without a password and without a stack trace.</summary>
public static class AcessoAoBanco
{
    public static async Task TentarAsync(string nome, string conexao, Func<Task> trabalho)
    {
        try
        {
            await trabalho();
        }
        catch (PostgresException erro) when (erro.SqlState is PostgresErrorCodes.UndefinedTable or PostgresErrorCodes.InsufficientPrivilege)
        {
            throw new PartidaRecusadaException(Preparacao.Falta, erro);
        }
        catch (PostgresException erro) when (erro.SqlState is PostgresErrorCodes.UndefinedObject)
        {
            throw new PartidaRecusadaException($"The database answers \"{erro.MessageText}\": run eng/roles.sql as its superuser first.", erro);
        }
        catch (PostgresException erro)
        {
            throw new PartidaRecusadaException($"ConnectionStrings:{nome}: {Onde(conexao)} answers \"{erro.MessageText}\" ({erro.SqlState}).", erro);
        }
        catch (Exception erro) when (erro is NpgsqlException or SocketException or TimeoutException)
        {
            throw new PartidaRecusadaException($"ConnectionStrings:{nome}: {Onde(conexao)} cannot be reached. {erro.Message}", erro);
        }
    }

    public static bool MostraASenha(string? conexao)
    {
        try
        {
            return new NpgsqlConnectionStringBuilder(conexao).PersistSecurityInfo;
        }
        catch (ArgumentException)
        {
            // Said at the start, with its reason.
            return false;
        }
    }

    private static string Onde(string conexao)
    {
        var opcoes = new NpgsqlConnectionStringBuilder(conexao);
        return $"the database {opcoes.Database} of {opcoes.Username} at {opcoes.Host}:{opcoes.Port}";
    }
}
