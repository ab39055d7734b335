namespace CrmVoip.LoadBench;

/// <summary>Copies of some rows of a table (m) for each row of a plan (r), with some values of their own.</summary>
public sealed record Copy(string Table, string Models, string Plan, IReadOnlyDictionary<string, string> Values);

public sealed class Copier(string database)
{
    public async Task RunAsync(Copy copy)
    {
        var columns = await Databases.ReadAsync(
            database,
            $"select column_name::text from information_schema.columns where table_schema = 'public' and table_name = '{copy.Table}' and is_generated = 'NEVER'",
            row => row.GetString(0));
        if (copy.Values.Keys.Except(columns).ToList() is { Count: > 0 } unknown)
        {
            throw new InvalidOperationException($"{copy.Table} has no {string.Join(", ", unknown)}.");
        }

        await Databases.RunAsync(
            database,
            $"""
            set session_replication_role = replica;
            set synchronous_commit = off;
            insert into {copy.Table} ({string.Join(", ", columns)})
            select {string.Join(", ", columns.Select(c => copy.Values.GetValueOrDefault(c, $"m.{c}")))}
            from (select * from {copy.Table} where {copy.Models}) m, {copy.Plan} r
            """);
    }
}
