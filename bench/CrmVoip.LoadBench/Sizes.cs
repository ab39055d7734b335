using System.Globalization;

namespace CrmVoip.LoadBench;

/// <summary>How much is there, and how long it is measured.</summary>
/// <param name="Organizations">All of them.</param>
/// <param name="Usual">Deals of an organization that is not large: between half and one and a half of it.</param>
/// <param name="Large">Deals of the large ones, which are measured; the first organizations.</param>
/// <param name="Few">Organizations of the small database.</param>
/// <param name="Clients">At once.</param>
/// <param name="Seconds">Of one slice: one page, so many clients, the product or the limit.</param>
/// <param name="Rounds">Slices of each.</param>
/// <param name="Requests">For a page that is asked for one by one.</param>
public sealed record Sizes(int Organizations, int Usual, int[] Large, int Few, int[] Clients, double Seconds, int Rounds, int Requests)
{
    private const int Prime = 7919;
    private static readonly Sizes _whole = new(1000, 1000, [1_000, 10_000, 100_000], 10, [1, 8, 64], 2, 5, 30);
    private static readonly Sizes _short = new(21, 50, [1_000], 5, [1, 8], 0.5, 1, 5);

    /// <summary>The file whose section is rewritten.</summary>
    public string? Document { get; private init; }

    /// <summary>The large one that exists in both databases.</summary>
    public int Compared => Large.Contains(10_000) ? 10_000 : Large[^1];

    public int[] OfAll => [.. Large, .. Enumerable.Range(Large.Length + 1, Organizations - Large.Length).Select(Usually)];

    public int[] OfFew => [Compared, .. Enumerable.Range(Large.Length + 1, Few - 1).Select(Usually)];

    public static Sizes Read(string[] args)
    {
        var sizes = args.Contains("--curto") ? _short : _whole;
        foreach (var (name, value) in args.SkipWhile(a => !a.StartsWith("--", StringComparison.Ordinal)).Where(a => a != "--curto").Chunk(2).Select(p => (p[0], p[1])))
        {
            sizes = sizes.With(name, value);
        }

        return sizes;
    }

    private Sizes With(string name, string value) => name switch
    {
        "--organizations" => this with { Organizations = Number(value) },
        "--usual" => this with { Usual = Number(value) },
        "--large" => this with { Large = Numbers(value) },
        "--few" => this with { Few = Number(value) },
        "--clients" => this with { Clients = Numbers(value) },
        "--seconds" => this with { Seconds = double.Parse(value, CultureInfo.InvariantCulture) },
        "--rounds" => this with { Rounds = Number(value) },
        "--requests" => this with { Requests = Number(value) },
        "--document" => this with { Document = value },
        _ => throw new ArgumentException($"{name} is no option."),
    };

    private int Usually(int organization) => (Usual / 2) + (organization * Prime % Usual);

    private static int Number(string value) => int.Parse(value, CultureInfo.InvariantCulture);

    private static int[] Numbers(string value) => [.. value.Split(',').Select(Number)];
}
