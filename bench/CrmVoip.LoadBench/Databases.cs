using Npgsql;

namespace CrmVoip.LoadBench;

/// <summary>The cluster's superuser, who looks past the walls, in a database with many organizations and in one with few.</summary>
public sealed record Databases(string Many, string Few)
{
    public static Databases FromEnvironment() => new(Needed("LOAD_DATABASE"), Needed("LOAD_DATABASE_FEW"));

    public static string Needed(string name) =>
        Environment.GetEnvironmentVariable(name) ?? throw new InvalidOperationException($"{name} is not set: start this with bench/carga.sh.");

    /// <summary>The second database is the first as it was prepared.</summary>
    public async Task CopyAsync()
    {
        var few = new NpgsqlConnectionStringBuilder(Few).Database;
        var elsewhere = new NpgsqlConnectionStringBuilder(Many) { Database = "postgres" }.ConnectionString;
        foreach (var sql in new[]
        {
            $"create database {few} template {new NpgsqlConnectionStringBuilder(Many).Database} owner crm_owner",
            $"revoke all on database {few} from public",
            $"grant connect on database {few} to crm_app, crm_auth, crm_fila",
        })
        {
            await RunAsync(elsewhere, sql);
        }
    }

    // Takes as long as it takes.
    public static async Task RunAsync(string database, string sql)
    {
        await using var source = NpgsqlDataSource.Create($"{database};Command Timeout=0");
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    public static async Task<List<T>> ReadAsync<T>(string database, string sql, Func<NpgsqlDataReader, T> read)
    {
        await using var source = NpgsqlDataSource.Create($"{database};Command Timeout=0");
        await using var command = source.CreateCommand(sql);
        await using var rows = await command.ExecuteReaderAsync();
        var all = new List<T>();
        while (await rows.ReadAsync())
        {
            all.Add(read(rows));
        }

        return all;
    }
}
