using System.Diagnostics;

namespace CrmVoip.LoadBench;

/// <summary>
/// Organizations as the demonstration's first one, copied: each row of the copy is the demonstration's with other values, whatever
/// columns it has. Rows come in the order of time, those of one organization between those of all others, as they do in production.
/// What the database keeps by triggers is skipped: `CrmVoip preencher` counts and fills it afterwards.
/// </summary>
public sealed class Seed(Sizes sizes)
{
    public async Task FillAsync(Databases databases)
    {
        await databases.CopyAsync();
        await FillAsync(databases.Few, sizes.OfFew);
        await FillAsync(databases.Many, sizes.OfAll);
    }

    private static async Task FillAsync(string database, int[] deals)
    {
        var watch = Stopwatch.StartNew();
        await Databases.RunAsync(database, Plan(deals));
        var copier = new Copier(database);
        foreach (var copy in Copies.All)
        {
            await copier.RunAsync(copy);
        }

        await Databases.RunAsync(database, "drop schema load cascade; update organizacoes set ativa = false where slug not like 'carga-%'; analyze");
        Console.WriteLine(FormattableString.Invariant($"{deals.Length} organizations with {deals.Sum():N0} deals after {watch.Elapsed.TotalSeconds:0} s"));
    }

    // A number of the row over all organizations: it stands in every id, which so grows with time as the product's own do.
    private static string Plan(int[] deals) =>
        $"""
        create schema load;
        create unlogged table load.organizations as
            select k::int as org, size, case when size >= 1000 then 20 else 5 end as members
            from unnest(array[{string.Join(',', deals)}]) with ordinality as sizes(size, k);
        create unlogged table load.rows as
            select org, n, size, members, row_number() over (order by n::float8 / size, org) as seq
            from load.organizations, generate_series(1, size) n;
        create unlogged table load.members as select org, m from load.organizations, generate_series(1, members) m;
        analyze load.organizations, load.rows, load.members;
        delete from trabalhos
        """;
}
