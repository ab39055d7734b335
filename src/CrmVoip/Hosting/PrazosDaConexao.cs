using Npgsql;

namespace CrmVoip.Hosting;

/// <summary>
/// How long a connection may take where the operator did not say: a person waits behind it, and is told within five seconds
/// that the database is away.
/// </summary>
public static class PrazosDaConexao
{
    private const int AbrirEmSegundos = 2;
    private const int CancelarEmMilissegundos = 500;

    public static string Completar(string nome, string conexao)
    {
        var opcoes = Ler(nome, conexao);
        if (!opcoes.ShouldSerialize("Timeout"))
        {
            opcoes.Timeout = AbrirEmSegundos;
        }

        if (!opcoes.ShouldSerialize("Cancellation Timeout"))
        {
            opcoes.CancellationTimeout = CancelarEmMilissegundos;
        }

        // Each thing that is asked before a connection is one, or before a statement is cancelled, waits as long again.
        if (!opcoes.ShouldSerialize("GSS Encryption Mode"))
        {
            opcoes.GssEncryptionMode = GssEncryptionMode.Disable;
        }

        return opcoes.ConnectionString;
    }

    private static NpgsqlConnectionStringBuilder Ler(string nome, string conexao)
    {
        try
        {
            return new NpgsqlConnectionStringBuilder(conexao);
        }
        catch (ArgumentException erro)
        {
            throw new PartidaRecusadaException($"ConnectionStrings:{nome} is no connection string: {erro.Message}", erro);
        }
    }
}
