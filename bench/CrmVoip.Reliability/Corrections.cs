namespace CrmVoip.Reliability;

/// <summary>What the provider says otherwise of a call some seconds after its end.</summary>
public sealed class Corrections(Provider provider, Progress progress)
{
    private readonly HashSet<Guid> _done = [];

    public async Task RunAsync(CancellationToken ct)
    {
        while (!ct.IsCancellationRequested)
        {
            await CorrectAsync();
            await Task.Delay(TimeSpan.FromMilliseconds(500), CancellationToken.None);
        }
    }

    /// <summary>Those that are left, once the calls are over.</summary>
    public async Task<int> CorrectAsync()
    {
        var now = DateTimeOffset.UtcNow;
        foreach (var call in progress.Made.Where(c => c.Plan.Correction != Correction.None && c.EndsAt.AddSeconds(1) < now && _done.Add(c.ProviderId)))
        {
            if (!await provider.CorrectAsync(call.ProviderId, Of(call)))
            {
                _done.Remove(call.ProviderId);
            }
        }

        return _done.Count;
    }

    // A call that the browser saw is corrected by no more than a network explains.
    private static object Of(MadeCall call) => call.Plan.Correction switch
    {
        Correction.Recording => new { moverGravacao = call.Plan.Talk is not null, webhook = true },
        Correction.Cause => new { causa = call.Plan.Talk is null ? "USER_BUSY" : "NORMAL_CLEARING", webhook = call.Plan.Seed % 2 == 0 },
        _ => new { falaSegundos = call.Plan.Talk is null ? -1 : 1, webhook = call.Plan.Seed % 2 == 0 },
    };
}
