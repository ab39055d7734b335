using System.Globalization;

namespace CrmVoip.Reliability;

/// <summary>What came out of a run, and its section of docs/reliability.md.</summary>
public sealed class Report(
    Options options, MadeCall[] made, int known, int corrected, int repeats, int appKills, int postgresKills, Finding[] findings, TimeSpan took)
{
    private const string Heading = "## A thousand calls";

    public bool Good => !Array.Exists(findings, f => f.Fault != Fault.Open) && made.Length == options.Calls && known == made.Length;

    public string Line =>
        $"{made.Length} calls, {Count(Fault.Lost)} lost, {Count(Fault.Doubled)} doubled, {Count(Fault.Wrong)} wrong, {Count(Fault.Open)} left open "
        + $"(seed {options.Seed}, {took.TotalSeconds:0} s)";

    /// <summary>Replaces this section alone.</summary>
    public async Task WriteAsync(string document)
    {
        var text = await File.ReadAllTextAsync(document);
        var start = text.IndexOf(Heading, StringComparison.Ordinal);
        var before = (start < 0 ? text : text[..start]).TrimEnd('\n');
        var next = start < 0 ? -1 : text.IndexOf("\n## ", start, StringComparison.Ordinal);
        await File.WriteAllTextAsync(document, $"{before}\n\n{Section()}{(next < 0 ? "" : text[next..])}");
    }

    private string Section()
    {
        return string.Create(CultureInfo.InvariantCulture,
            $"""
            {Heading}

                bench/reliability.sh                      # 1,000 calls; rewrites this section
                bench/reliability.sh --calls 200 --seed 7 # as many as you like
                ./test reliability                        # the short form, also in ./test

            Seven people of two organizations call over HTTP as their pages do: the row first, then each fact until it is taken, in order, shuffled and
            twice, or the end first. The simulator is told of the same calls, and of desk and inbound calls beside them, and keeps its own ledger. Each
            hundred calls see the same round of faults: webhooks doubled, reordered, late, lost, held and let go in reverse; lists refused, slow, cut; two
            ids; the dialer mode; `kill -9` of the product; PostgreSQL stopped in its immediate mode. The provider's clocks are minutes wrong, and some
            calls are corrected afterwards. When the product has nothing left to do but to look again, its ledger is laid beside the provider's.

            Lost: a call in no row. Doubled: a call in two, or a row of no call. Wrong: pairing, organization, direction, extension, number, status, talk
            (± 1 s), recording, or the end of a call of ours (± 12 s). Open: the product says that it does not know which call a record is.

            | | |
            |---|---|
            | calls | {made.Length}: {Kinds()} |
            | lost, doubled, wrong | **{Count(Fault.Lost)}, {Count(Fault.Doubled)}, {Count(Fault.Wrong)}** |
            | left open | {Count(Fault.Open)} |
            | kills of the product, of PostgreSQL | {appKills}, {postgresKills} |
            | requests sent again | {repeats} |
            | calls corrected afterwards | {corrected} |
            | seed | {options.Seed} |
            | took | {took.TotalMinutes:0.0} min |

            """);
    }

    private string Kinds() => string.Join(", ", made
        .GroupBy(m => m.Dialer ? "by the dialer" : m.Plan.Kind switch
        {
            Kind.Browser => "by the browser",
            Kind.Desk => "by desk phones",
            Kind.Inbound => "inbound",
            _ => "inbound with no browser there",
        })
        .OrderByDescending(group => group.Count())
        .Select(group => $"{group.Count()} {group.Key}"));

    private int Count(Fault fault) => findings.Count(f => f.Fault == fault);
}
