using System.Collections.Concurrent;
using Npgsql;

namespace CrmVoip.Limit;

/// <summary>The names of an organization's members, kept for a minute as the product keeps them.</summary>
public sealed class Team(NpgsqlDataSource database)
{
    private static readonly TimeSpan _valid = TimeSpan.FromMinutes(1);
    private readonly ConcurrentDictionary<Guid, (DateTimeOffset Until, Dictionary<Guid, string> Names)> _kept = new();

    public async ValueTask<Dictionary<Guid, string>> OfAsync(Person person, DateTimeOffset now)
    {
        if (_kept.TryGetValue(person.Organization, out var kept) && kept.Until > now)
        {
            return kept.Names;
        }

        var names = await ReadAsync(person);
        _kept[person.Organization] = (now + _valid, names);
        return names;
    }

    private async Task<Dictionary<Guid, string>> ReadAsync(Person person)
    {
        await using var batch = database.CreateBatch();
        batch.BatchCommands.Add(Sql.Tenant(person));
        batch.BatchCommands.Add(Sql.Of("select usuario_id, nome from membros where organizacao_id = $1", person));
        await using var rows = await batch.ExecuteReaderAsync();
        await rows.NextResultAsync();
        var names = new Dictionary<Guid, string>();
        while (await rows.ReadAsync())
        {
            names[rows.GetGuid(0)] = rows.GetString(1);
        }

        return names;
    }
}
