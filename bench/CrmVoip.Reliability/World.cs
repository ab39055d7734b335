using Npgsql;

namespace CrmVoip.Reliability;

/// <summary>PostgreSQL, the provider and the product, each a process of this run. The provider is never killed.</summary>
public sealed class World(Options options) : IDisposable
{
    private readonly HttpClient _http = new() { Timeout = TimeSpan.FromSeconds(5) };
    private Child? _postgres;
    private Child? _simulator;
    private Child? _app;

    public int AppKills { get; private set; }

    public int PostgresKills { get; private set; }

    public async Task StartAsync()
    {
        var simulator = StartSimulatorAsync();
        await StartPostgresAsync();
        foreach (var command in new[] { "preparar", "demonstracao" })
        {
            await Child.RunAsync(Log(command), options.App, "dotnet", "CrmVoip.dll", command);
        }

        await simulator;
        await StartAppAsync();
    }

    public async Task KillAppAsync()
    {
        await _app!.KillAsync();
        _app.Dispose();
        AppKills++;
        await StartAppAsync();
    }

    public async Task KillPostgresAsync()
    {
        await _postgres!.QuitAsync();
        _postgres.Dispose();
        PostgresKills++;
        await StartPostgresAsync();
        await ReadyAsync();
    }

    public void Dispose()
    {
        _app?.Dispose();
        _simulator?.Dispose();
        _postgres?.Dispose();
        _http.Dispose();
    }

    private async Task StartSimulatorAsync()
    {
        // The address is the product's; the simulator has a setting of its own.
        _simulator = await Child.StartAsync(
            Log("simulator"), Path.GetDirectoryName(options.Simulator)!, "env", "-u", "ASPNETCORE_URLS", "dotnet", options.Simulator);
        var health = new Uri(options.SimulatorAddress, "/health");
        await Wait.UntilAsync(() => "the simulator answers", () => Wait.AnswersAsync(_http, health));
    }

    private async Task StartAppAsync()
    {
        _app = await Child.StartAsync(Log("app"), options.App, "dotnet", "CrmVoip.dll");
        await ReadyAsync();
    }

    private Task ReadyAsync() => Wait.UntilAsync(
        () => "the product is ready",
        () => _app!.Ended
            ? throw new InvalidOperationException($"The product ended by itself; see {Log("app")}.")
            : Wait.AnswersAsync(_http, new Uri(options.AppAddress, "/health/ready")));

    private async Task StartPostgresAsync()
    {
        _postgres = await Child.StartAsync(Log("postgres"), "/", options.Postgres);
        await Wait.UntilAsync(() => "PostgreSQL takes connections", async () =>
        {
            try
            {
                NpgsqlConnection.ClearAllPools();
                await using var connection = new NpgsqlConnection(options.Database.Replace("Database=crm", "Database=postgres", StringComparison.Ordinal));
                await connection.OpenAsync();
                return true;
            }
            catch (NpgsqlException)
            {
                return false;
            }
        });
    }

    private string Log(string name) => Path.Combine(options.Logs, $"reliability-{name}.log");
}
