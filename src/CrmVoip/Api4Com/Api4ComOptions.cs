using System.Net;

namespace CrmVoip.Api4Com;

public sealed class Api4ComOptions
{
    /// <summary>The operator's word, never a customer's: loopback, plain http and ws are accepted (demo, tests).</summary>
    public bool AllowLocal { get; set; }

    /// <summary>Nobody is asked, whatever the address.</summary>
    public bool Offline { get; set; }

    /// <summary>Further private networks the operator accepts, e.g. the one of a compose file.</summary>
    public IReadOnlyList<IPNetwork> AllowedNetworks { get; set; } = [];

    public TimeSpan RequestTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>POST /dialer may hold the connection open until the ramal's leg ends: silence is not failure.</summary>
    public TimeSpan DialTimeout { get; set; } = TimeSpan.FromSeconds(8);

    /// <summary>Measured by integrators: 500 ms between pages is fine, 200 ms is answered with 429.</summary>
    public TimeSpan PageSpacing { get; set; } = TimeSpan.FromMilliseconds(500);

    public TimeSpan RetryDelay { get; set; } = TimeSpan.FromSeconds(2);

    public TimeSpan LongestRetryAfter { get; set; } = TimeSpan.FromSeconds(60);

    public int MaxRetries { get; set; } = 3;

    public int MaxPages { get; set; } = 40;

    /// <summary>The clock behind times that carry no zone, or a false Z.</summary>
    public TimeZoneInfo Clock { get; set; } = TimeZoneInfo.FindSystemTimeZoneById("America/Sao_Paulo");
}
