namespace CrmVoip.Reliability;

/// <summary>A call that was made. Id is that of the product, null for one that it did not make.</summary>
public sealed record MadeCall(Line Line, PlannedCall Plan, Guid ProviderId, Guid? Id, bool Dialer, DateTimeOffset EndsAt);

/// <summary>Plays the calls of one line: what the browser says and what the provider knows happen at the same times.</summary>
public sealed class Play(Line line, Browser browser, Provider provider, Progress progress)
{
    // What the network and the page take.
    private const double Delay = 0.15;

    public async Task RunAsync(IEnumerable<PlannedCall> calls)
    {
        foreach (var call in calls)
        {
            await Task.Delay(Seconds(call.Pause));
            progress.Add(call.Kind == Kind.Browser ? await FromBrowserAsync(call) : await OutsideAsync(call));
        }
    }

    private async Task<MadeCall> OutsideAsync(PlannedCall call)
    {
        var now = DateTimeOffset.UtcNow;
        var id = call.Kind == Kind.Missed ? await provider.MissedAsync(line, call) : await provider.CallAsync(line, call, now, null);
        return new MadeCall(line, call, id, null, false, now + Seconds(call.Ring + (call.Talk ?? 0)));
    }

    private async Task<MadeCall> FromBrowserAsync(PlannedCall call)
    {
        var id = Guid.NewGuid();
        var dialer = await browser.BeginAsync(id, call.Number) == "dialer";
        var dialled = DateTimeOffset.UtcNow;
        var started = dialled + Seconds(Delay);
        var providerId = await provider.CallAsync(line, call, started, dialer ? id.ToString() : null);
        var facts = Facts(call, dialled, started);
        await (call.Telling switch
        {
            Telling.AsItGoes or Telling.NoEnd => AsItGoesAsync(id, facts),
            Telling.EndFirst => AtTheEndAsync(id, facts, [.. facts.Reverse().Select(f => new[] { f })]),
            _ => AtTheEndAsync(id, facts, Shuffled(facts, new Random(call.Seed))),
        });
        return new MadeCall(line, call, providerId, id, dialer, started + Seconds(call.Ring + (call.Talk ?? 0)));
    }

    private static Fact[] Facts(PlannedCall call, DateTimeOffset dialled, DateTimeOffset started)
    {
        var answered = started + Seconds(call.Ring);
        var ended = answered + Seconds((call.Talk ?? 0) + Delay);
        List<Fact> facts = [New("chamando", dialled), New("tocando", started + Seconds(Delay))];
        if (call.Talk is { } talk)
        {
            facts.Add(New("atendida", answered + Seconds(Delay)));
            facts.Add(New("sinal", answered + Seconds(talk / 2)));
        }

        if (call.Telling != Telling.NoEnd)
        {
            var by = call.Seed % 2 == 0 && call.Outcome == Outcome.Answered ? "navegador" : "cliente";
            facts.Add(New("encerrada", ended, new { causa = call.Outcome.Seen, codigoSip = call.Outcome.SipCode, encerradaPor = by }));
        }

        return [.. facts];
    }

    private async Task AsItGoesAsync(Guid id, Fact[] facts)
    {
        foreach (var fact in facts)
        {
            await UntilAsync(fact.Em);
            await browser.TellAsync(id, fact);
        }
    }

    private async Task AtTheEndAsync(Guid id, Fact[] facts, Fact[][] parcels)
    {
        await UntilAsync(facts[^1].Em);
        foreach (var parcel in parcels)
        {
            await browser.TellAsync(id, parcel);
        }
    }

    private static Fact[][] Shuffled(Fact[] facts, Random random)
    {
        Fact[] twice = [.. facts, .. facts];
        random.Shuffle(twice);
        return [.. twice.Chunk(1 + random.Next(3)).Select(parcel => parcel.DistinctBy(f => f.Id).ToArray())];
    }

    private static Fact New(string type, DateTimeOffset at, object? data = null) => new(Guid.NewGuid(), type, at, data);

    private static Task UntilAsync(DateTimeOffset when) =>
        when - DateTimeOffset.UtcNow is { Ticks: > 0 } left ? Task.Delay(left) : Task.CompletedTask;

    private static TimeSpan Seconds(double seconds) => TimeSpan.FromSeconds(seconds);
}

/// <summary>The calls made so far, of all lines.</summary>
public sealed class Progress(int calls)
{
    private readonly List<MadeCall> _made = [];

    public MadeCall[] Made
    {
        get
        {
            lock (_made)
            {
                return [.. _made];
            }
        }
    }

    public void Add(MadeCall call)
    {
        lock (_made)
        {
            _made.Add(call);
        }
    }

    public async Task ReachAsync(double share, CancellationToken ct)
    {
        while (Made.Length < calls * share)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(50), ct);
        }
    }
}
