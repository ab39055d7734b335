using System.Globalization;

namespace CrmVoip.Reliability;

/// <summary>What bench/reliability.sh passes. Everything after "--" starts PostgreSQL.</summary>
public sealed record Options(int Calls, int Seed, string? Document, IReadOnlyList<string> Postgres)
{
    public string App { get; } = Needed("RELIABILITY_APP");

    public string Simulator { get; } = Needed("RELIABILITY_SIMULATOR");

    /// <summary>Logs of the processes.</summary>
    public string Logs { get; } = Needed("RELIABILITY_LOGS");

    /// <summary>A superuser's, to look past the walls.</summary>
    public string Database { get; } = Needed("RELIABILITY_DATABASE");

    public Uri AppAddress { get; } = new(Needed("ASPNETCORE_URLS"));

    public Uri SimulatorAddress { get; } = new(Needed("Crm__DemonstracaoDados__SimuladorUrl"));

    public static Options Read(string[] args)
    {
        var end = Array.IndexOf(args, "--");
        var named = args[..end].Chunk(2).ToDictionary(pair => pair[0], pair => pair[1]);
        return new Options(
            int.Parse(named["--calls"], CultureInfo.InvariantCulture),
            int.Parse(named["--seed"], CultureInfo.InvariantCulture),
            named.GetValueOrDefault("--document"),
            args[(end + 1)..]);
    }

    private static string Needed(string name) =>
        Environment.GetEnvironmentVariable(name) ?? throw new InvalidOperationException($"{name} is not set: start this with bench/reliability.sh.");
}
