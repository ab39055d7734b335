using System.Collections.Concurrent;

namespace CrmVoip.Simulador.Rest;

/// <summary>The provider refuses a token that asks too often.</summary>
public sealed class RequestPace(SimuladorOptions options, TimeProvider clock)
{
    private readonly ConcurrentDictionary<string, DateTimeOffset> last = [];

    public bool Allows(string token)
    {
        var now = clock.GetUtcNow();
        var previous = last.GetValueOrDefault(token, DateTimeOffset.MinValue);
        last[token] = now;
        return now - previous >= TimeSpan.FromMilliseconds(options.IntervaloMinimoMs);
    }
}
