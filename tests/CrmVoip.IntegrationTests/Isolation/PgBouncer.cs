using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;
using CrmVoip.IntegrationTests.Hosting.Receitas;
using CrmVoip.IntegrationTests.Infra;
using Npgsql;

namespace CrmVoip.IntegrationTests.Isolation;

/// <summary>
/// A real PgBouncer before the test database, three server connections wide, which hands one on after each transaction: what
/// a session leaves behind is found by somebody else.
/// </summary>
public sealed class PgBouncer : IAsyncDisposable
{
    public const int Largura = 3;

    private readonly Process _processo;
    private readonly string _pasta;

    private PgBouncer(Process processo, string pasta, int porta) => (_processo, _pasta, Porta) = (processo, pasta, porta);

    public int Porta { get; }

    public static Task<PgBouncer> IniciarAsync(BancoDeTestes banco)
    {
        var (pasta, porta) = (Pasta(), PortaLivre.Achar());
        return SubirAsync(pasta, porta, banco, Estreito(pasta, porta, banco), b => b.MostrarAsync("VERSION"));
    }

    /// <summary>With docs/operations/pgbouncer.ini, to the database at a port.</summary>
    public static Task<PgBouncer> DaReceitaAsync(BancoDeTestes banco, int portaDoBanco)
    {
        var (pasta, porta) = (Pasta(), PortaLivre.Achar());
        var receita = Receita.Ler("pgbouncer.ini")
            .Trocar("crm = host=10.0.0.20 port=5432 dbname=crm", $"{banco.Nome} = host=127.0.0.1 port={portaDoBanco} dbname={banco.Nome}")
            .Trocar("listen_addr = 10.0.0.21", "listen_addr = 127.0.0.1")
            .Trocar("listen_port = 6432", $"listen_port = {porta}\nunix_socket_dir =")
            .Trocar("/etc/pgbouncer/userlist.txt", Contas(pasta));
        return SubirAsync(pasta, porta, banco, receita.Texto, BaterAsync);
    }

    private static async Task<PgBouncer> SubirAsync(string pasta, int porta, BancoDeTestes banco, string configuracao, Func<PgBouncer, Task> bater)
    {
        var programa = Environment.GetEnvironmentVariable("PGBOUNCER_PATH")
            ?? throw new InvalidOperationException("PGBOUNCER_PATH is not set: run the tests with ./test.");
        await ConfigurarAsync(pasta, banco, configuracao);
        var processo = Process.Start(Comando(programa, Path.Combine(pasta, "pgbouncer.ini")))!;
        var bouncer = new PgBouncer(processo, pasta, porta);
        try
        {
            await bouncer.EsperarAsync(bater);
            return bouncer;
        }
        catch
        {
            await bouncer.DisposeAsync();
            throw;
        }
    }

    /// <summary>The same connection string, through here.</summary>
    public string Por(string conexao) => new NpgsqlConnectionStringBuilder(conexao) { Host = "127.0.0.1", Port = Porta }.ConnectionString;

    public Task<List<Dictionary<string, string>>> MostrarAsync(string oque) => ConsoleDoPgBouncer.PerguntarAsync(Porta, $"SHOW {oque}");

    public async ValueTask DisposeAsync()
    {
        _processo.Kill();
        await _processo.WaitForExitAsync();
        _processo.Dispose();
        Directory.Delete(_pasta, recursive: true);
    }

    private static string Pasta() => Directory.CreateTempSubdirectory("pgbouncer-").FullName;

    private static string Contas(string pasta) => Path.Combine(pasta, "contas.txt");

    private static async Task ConfigurarAsync(string pasta, BancoDeTestes banco, string configuracao)
    {
        var contas = new[] { banco.Crm, banco.Contas, banco.Fila, banco.Superusuario }.Select(c => new NpgsqlConnectionStringBuilder(c));
        await File.WriteAllLinesAsync(Contas(pasta), [.. contas.Select(c => $"\"{c.Username}\" \"{c.Password}\""), "\"admin\" \"\""]);
        await File.WriteAllTextAsync(Path.Combine(pasta, "pgbouncer.ini"), configuracao);
        Abrir(pasta);
    }

    private static string Estreito(string pasta, int porta, BancoDeTestes banco)
    {
        var destino = new NpgsqlConnectionStringBuilder(banco.Superusuario);
        return string.Create(CultureInfo.InvariantCulture,
            $"""
            [databases]
            * = host={destino.Host} port={destino.Port}
            [pgbouncer]
            listen_addr = 127.0.0.1
            listen_port = {porta}
            unix_socket_dir =
            auth_type = trust
            auth_file = {Contas(pasta)}
            admin_users = admin
            pool_mode = transaction
            default_pool_size = {Largura}
            max_client_conn = 500
            ignore_startup_parameters = extra_float_digits

            """);
    }

    // PgBouncer refuses to run as root, and whoever it runs as must read its files.
    private static void Abrir(string pasta)
    {
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(pasta, (UnixFileMode)0b111_101_101);
        }
    }

    private static ProcessStartInfo Comando(string programa, string configuracao)
    {
        var comando = Environment.UserName != "root"
            ? new ProcessStartInfo(programa, ["-q", configuracao])
            : new ProcessStartInfo("setpriv", ["--reuid", "65534", "--regid", "65534", "--clear-groups", "--", programa, "-q", configuracao]);
        comando.WorkingDirectory = "/";
        return comando;
    }

    private async Task EsperarAsync(Func<PgBouncer, Task> bater)
    {
        for (var tentativa = 0; ; tentativa++)
        {
            try
            {
                await bater(this);
                return;
            }
            catch (SocketException) when (tentativa < 100 && !_processo.HasExited)
            {
                await Task.Delay(100);
            }
        }
    }

    private static async Task BaterAsync(PgBouncer bouncer)
    {
        using var canal = new TcpClient();
        await canal.ConnectAsync("127.0.0.1", bouncer.Porta);
    }
}
