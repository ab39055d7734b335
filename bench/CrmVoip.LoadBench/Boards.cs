using System.Globalization;
using CrmVoip.Bench;

namespace CrmVoip.LoadBench;

public sealed record Pair(int Deals, Contestant Product, Contestant Limit);

/// <summary>The boards of the large organizations, the product's and the limit's, slice by slice in turns.</summary>
public sealed class Boards(Sizes sizes, IReadOnlyList<Pair> pairs, Contestant few)
{
    private const string Aims = "≤ 2.5 × | ≥ 0.5 ×";
    private const int AimedAt = 10_000;
    /// <summary>Slices before the first that counts: .NET compiles what is hot while it runs, for thousands of boards.</summary>
    private const int WarmUp = 8;

    public string Weights => string.Create(
        CultureInfo.InvariantCulture, $"The board of {pairs[^1].Deals:N0}: {pairs[^1].Product.Weight / 1000.0:F0} kB, the limit's {pairs[^1].Limit.Weight / 1000.0:F0} kB, both uncompressed.");

    public void Measure()
    {
        var all = pairs.SelectMany(p => new[] { p.Product, p.Limit }).Append(few).ToList();
        // The process with few organizations is asked for its one board as often as the other for all of its own.
        foreach (var contestant in all.Concat(Enumerable.Repeat(few, pairs.Count - 1)))
        {
            contestant.WarmUp(WarmUp * sizes.Seconds);
        }

        foreach (var clients in sizes.Clients)
        {
            for (var round = 0; round < sizes.Rounds; round++)
            {
                // Forth and back: whoever comes first comes last in the next.
                all.ForEach(c => c.Measure(clients, sizes.Seconds));
                all.Reverse();
            }
        }
    }

    public string AgainstTheLimit() => MeasuredSection.Table(
        "The board beside the limit",
        "deals | clients | product p50 ms | p99 | boards/s | limit p50 ms | p99 | boards/s | p50 over limit | aim | boards/s over limit | aim",
        from pair in pairs
        from clients in sizes.Clients
        let product = pair.Product.Of(clients)
        let limit = pair.Limit.Of(clients)
        let aims = (pair.Deals == AimedAt && clients <= 8 ? Aims : "– | –").Split(" | ")
        select string.Create(
            CultureInfo.InvariantCulture,
            $"{pair.Deals:N0} | {clients} | {Cells(product)} | {Cells(limit)} | {product.Half / limit.Half:F2} × | {aims[0]} | {product.PerSecond / limit.PerSecond:F2} × | {aims[1]}"));

    public string AsItGrows()
    {
        var compared = pairs.First(p => p.Deals == sizes.Compared);
        var growing = pairs.Zip(pairs.Skip(1)).Select(p => Growth(
            string.Create(CultureInfo.InvariantCulture, $"{p.Second.Deals:N0} deals over {p.First.Deals:N0}"), p.Second.Product, p.First.Product));
        var organizations = string.Create(
            CultureInfo.InvariantCulture, $"{sizes.Organizations:N0} organizations over {sizes.Few:N0}, {sizes.Compared:N0} deals");
        return MeasuredSection.Table(
            "The product's board as the database grows, p50",
            $"what | {string.Join(" | ", sizes.Clients.Select(c => c == 1 ? "1 client" : $"{c} clients"))} | aim",
            growing.Append(Growth(organizations, compared.Product, few)));
    }

    public string Spent() => MeasuredSection.Table(
        "Processor time of a board",
        "deals | product ms | its PostgreSQL | limit ms | its PostgreSQL | all over the limit's",
        from pair in pairs
        let product = pair.Product.Spent
        let limit = pair.Limit.Spent
        select string.Create(
            CultureInfo.InvariantCulture,
            $"{pair.Deals:N0} | {product.Own:F2} | {product.Postgres:F2} | {limit.Own:F2} | {limit.Postgres:F2} | {(product.Own + product.Postgres) / (limit.Own + limit.Postgres):F2} ×"));

    private string Growth(string what, Contestant large, Contestant small) =>
        $"{what} | {string.Join(" | ", sizes.Clients.Select(c => string.Create(CultureInfo.InvariantCulture, $"{large.Of(c).Half / small.Of(c).Half:F2} ×")))} | ≤ 1.2 ×";

    private static string Cells(Slice slice) => string.Create(CultureInfo.InvariantCulture, $"{slice.Half:F2} | {slice.NearlyAll:F1} | {slice.PerSecond:F0}");
}
