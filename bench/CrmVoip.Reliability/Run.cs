using System.Diagnostics;

namespace CrmVoip.Reliability;

/// <summary>One run: the calls, the faults, the wait until the product has nothing left to do, and the verdict.</summary>
public sealed class Run(Options options, World world)
{
    // The demonstration's public one.
    private const string Password = "demonstracao-2026";

    public async Task<int> ExecuteAsync()
    {
        var watch = Stopwatch.StartNew();
        await world.StartAsync();
        await using var ledger = new Ledger(options.Database);
        using var provider = new Provider(options.SimulatorAddress);
        var progress = new Progress(options.Calls);
        var browsers = await SignInAsync();
        await Wait.UntilAsync(() => "the webhooks are registered", async () =>
        {
            await ledger.HurryAsync();
            return await ledger.HearsAsync();
        });
        Say($"ready after {watch.Elapsed.TotalSeconds:0} s");

        var since = await ledger.NowAsync();
        var corrections = new Corrections(provider, progress);
        await PlayAsync(browsers, provider, ledger, progress, corrections);
        Say($"{progress.Made.Length} calls made after {watch.Elapsed.TotalSeconds:0} s");
        var corrected = await SettleAsync(ledger, progress, corrections);
        var truth = await provider.TruthAsync();
        Finding[] findings = [.. new Verdict(progress.Made, truth, await ledger.CallsAsync(since), await ledger.OpenAsync()).Findings()];
        foreach (var finding in findings)
        {
            Say($"{finding.Fault}: {finding.What}");
        }

        var report = new Report(
            options, progress.Made, truth.Length, corrected, browsers.Sum(b => b.Value.Repeats), world.AppKills, world.PostgresKills, findings, watch.Elapsed);
        Say(report.Line);
        if (options.Document is { } document)
        {
            await report.WriteAsync(document);
        }

        return report.Good ? 0 : 1;
    }

    private async Task<Dictionary<Line, Browser>> SignInAsync()
    {
        var browsers = Line.All.ToDictionary(line => line, line => new Browser(options.AppAddress, line));
        foreach (var (line, browser) in browsers)
        {
            await browser.SignInAsync(Password);
            await browser.TakeExtensionAsync();
        }

        return browsers;
    }

    private async Task PlayAsync(
        Dictionary<Line, Browser> browsers, Provider provider, Ledger ledger, Progress progress, Corrections corrections)
    {
        using var over = new CancellationTokenSource();
        var faults = new Faults(world, provider, ledger, progress, options.Calls, options.Seed);
        await faults.BeginAsync();
        var plan = new Script(options.Seed, options.Calls).Plan();
        var calls = Task.WhenAll(browsers.Select(b => new Play(b.Key, b.Value, provider, progress).RunAsync(plan[b.Key])));
        var failing = faults.RunAsync(over.Token);
        var correcting = corrections.RunAsync(over.Token);
        foreach (var part in new[] { calls, failing })
        {
            await Task.WhenAny(part, failing.IsFaulted ? failing : calls);
            await part;
        }

        await over.CancelAsync();
        await correcting;
        await faults.EndAsync();
    }

    /// <summary>Until the product has heard of everything and has nothing to do but to look again.</summary>
    private static async Task<int> SettleAsync(Ledger ledger, Progress progress, Corrections corrections)
    {
        var over = progress.Made.Max(call => call.EndsAt).AddSeconds(2);
        await Wait.UntilAsync(() => "the last call is over", () => Task.FromResult(DateTimeOffset.UtcNow > over));
        var corrected = await corrections.CorrectAsync();
        var end = await ledger.NowAsync();
        var undone = "";
        await Wait.UntilAsync(() => $"the product has nothing to do but: {undone}", async () => (undone = await ledger.UndoneAsync(end)) == "");
        return corrected;
    }

    private static void Say(string text) => Console.WriteLine(text);
}
