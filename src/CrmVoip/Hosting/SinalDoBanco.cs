using System.Diagnostics;
using Npgsql;

namespace CrmVoip.Hosting;

/// <summary>Whether anybody answers where the database should be: asked once for all who want to know at the same time.</summary>
public sealed class SinalDoBanco(IConfiguration configuracao)
{
    private static readonly TimeSpan _prazo = TimeSpan.FromSeconds(1.5);
    private static readonly TimeSpan _vale = TimeSpan.FromSeconds(1);
    private readonly Lock _tranca = new();
    private Task<bool> _ultima = Task.FromResult(true);
    private long _em;

    public Task<bool> HaAsync()
    {
        lock (_tranca)
        {
            if (_ultima.IsCompleted && (_em == 0 || Stopwatch.GetElapsedTime(_em) > _vale))
            {
                (_ultima, _em) = (PerguntarAsync(), Stopwatch.GetTimestamp());
            }

            return _ultima;
        }
    }

    // On a thread of its own: where all others are busy, that is no sign of the database's.
    private async Task<bool> PerguntarAsync()
    {
        var pergunta = Task.Factory.StartNew(Perguntar, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        await Task.WhenAny(pergunta, Task.Delay(_prazo));
        return pergunta.IsCompleted && await pergunta;
    }

    private bool Perguntar()
    {
        var texto = new NpgsqlConnectionStringBuilder(configuracao.ConexaoExigida("Crm")) { Pooling = false }.ConnectionString;
        try
        {
            using var conexao = new NpgsqlConnection(texto);
            conexao.Open();
            using var comando = new NpgsqlCommand("select 1", conexao) { CommandTimeout = (int)Math.Ceiling(_prazo.TotalSeconds) };
            comando.ExecuteNonQuery();
            return true;
        }
        catch (NpgsqlException erro)
        {
            // A refusal is an answer, and whoever waits will get it too.
            return erro.InnerException is not TimeoutException;
        }
    }
}
