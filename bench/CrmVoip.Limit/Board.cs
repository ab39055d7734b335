using Npgsql;

namespace CrmVoip.Limit;

/// <summary>The board of an organization: its stages, their totals and their first cards, in one round trip.</summary>
public sealed class Board(NpgsqlDataSource database, Team team)
{
    /// <returns>False when the person is no member.</returns>
    public async Task<bool> WriteAsync(Page page, Person person)
    {
        var now = DateTimeOffset.UtcNow;
        var names = await team.OfAsync(person, now);
        await using var connection = await database.OpenConnectionAsync();
        await using var batch = new NpgsqlBatch(connection)
        {
            BatchCommands = { Sql.Tenant(person), Sql.Member(person), Sql.Of(Sql.Stages, person), Sql.Of(Sql.Cards, person) },
        };
        await batch.PrepareAsync();
        await using var rows = await batch.ExecuteReaderAsync();
        await rows.NextResultAsync();
        if (!await rows.ReadAsync())
        {
            return false;
        }

        await rows.NextResultAsync();
        var stages = new List<Stage>();
        while (await rows.ReadAsync())
        {
            stages.Add(new Stage(rows.GetGuid(0), rows.GetString(1), rows.GetInt64(2), rows.GetDecimal(3)));
        }

        await rows.NextResultAsync();
        await WriteAsync(new BoardPage(page, names, now), stages, rows);
        return true;
    }

    // Cards come in the order of their stages; a stage may have none.
    private static async Task WriteAsync(BoardPage page, List<Stage> stages, NpgsqlDataReader rows)
    {
        page.Begin(stages);
        var more = await rows.ReadAsync();
        foreach (var stage in stages)
        {
            page.Open(stage);
            while (more && rows.GetGuid(0) == stage.Id)
            {
                page.Write(rows);
                more = await rows.ReadAsync();
            }

            page.Close();
        }

        page.End();
    }
}

public sealed record Stage(Guid Id, string Name, long Count, decimal Sum);
