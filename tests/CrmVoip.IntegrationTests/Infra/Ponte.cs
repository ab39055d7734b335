using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace CrmVoip.IntegrationTests.Infra;

/// <summary>A bridge to PostgreSQL that a test cuts, or on which nothing moves any more, without stopping the server of all tests.</summary>
public sealed class Ponte : IAsyncDisposable
{
    private readonly NpgsqlConnectionStringBuilder _destino;
    private readonly ConcurrentDictionary<TcpClient, byte> _lados = new();
    private readonly TaskCompletionSource _fim = new();
    private readonly int _porta;
    private TcpListener _entrada;
    private TaskCompletionSource _aberta = Cumprida();

    private Ponte(NpgsqlConnectionStringBuilder destino)
    {
        _destino = destino;
        _entrada = new TcpListener(IPAddress.Loopback, 0);
        _entrada.Start();
        _porta = ((IPEndPoint)_entrada.LocalEndpoint).Port;
        _ = ReceberAsync(_entrada);
    }

    public int Porta => _porta;

    public static Ponte Para(BancoDeTestes banco) => new(new NpgsqlConnectionStringBuilder(banco.Superusuario));

    /// <summary>The product's three connections over it.</summary>
    public (string Chave, string Valor)[] Conexoes(BancoDeTestes banco) =>
    [
        ("ConnectionStrings:Crm", Por(banco.Crm)),
        ("ConnectionStrings:Contas", Por(banco.Contas)),
        ("ConnectionStrings:Fila", Por(banco.Fila)),
    ];

    /// <summary>As a server that was stopped: what is open breaks, what is new is refused.</summary>
    public void Cortar()
    {
        _entrada.Stop();
        foreach (var lado in _lados.Keys)
        {
            Fechar(lado);
        }
    }

    /// <summary>As a network that swallows everything.</summary>
    public void Congelar() => _aberta = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Reabrir()
    {
        _aberta.TrySetResult();
        if (_entrada.Server.IsBound)
        {
            return;
        }

        _entrada = new TcpListener(IPAddress.Loopback, _porta);
        _entrada.Start();
        _ = ReceberAsync(_entrada);
    }

    public ValueTask DisposeAsync()
    {
        Cortar();
        _aberta.TrySetResult();
        _fim.TrySetResult();
        return ValueTask.CompletedTask;
    }

    private static TaskCompletionSource Cumprida()
    {
        var fonte = new TaskCompletionSource();
        fonte.SetResult();
        return fonte;
    }

    private string Por(string conexao) => new NpgsqlConnectionStringBuilder(conexao) { Host = "127.0.0.1", Port = _porta }.ConnectionString;

    private async Task ReceberAsync(TcpListener entrada)
    {
        try
        {
            while (!_fim.Task.IsCompleted)
            {
                _ = LigarAsync(await entrada.AcceptTcpClientAsync());
            }
        }
        catch (Exception erro) when (erro is SocketException or ObjectDisposedException or InvalidOperationException)
        {
            // It was cut.
        }
    }

    private async Task LigarAsync(TcpClient deCa)
    {
        using var deLa = new TcpClient();
        _lados[deCa] = _lados[deLa] = 0;
        try
        {
            await deLa.ConnectAsync(_destino.Host!, _destino.Port);
            await Task.WhenAny(PassarAsync(deCa, deLa), PassarAsync(deLa, deCa));
        }
        catch (Exception erro) when (erro is IOException or SocketException or ObjectDisposedException or InvalidOperationException)
        {
            // One side has gone; so does the other.
        }

        Fechar(deCa);
        Fechar(deLa);
    }

    private async Task PassarAsync(TcpClient de, TcpClient para)
    {
        var pedaco = new byte[8192];
        var (entrada, saida) = (de.GetStream(), para.GetStream());
        while (await entrada.ReadAsync(pedaco) is var lidos and > 0)
        {
            await _aberta.Task;
            await saida.WriteAsync(pedaco.AsMemory(0, lidos));
        }
    }

    private void Fechar(TcpClient lado)
    {
        _lados.TryRemove(lado, out _);
        lado.Dispose();
    }
}
