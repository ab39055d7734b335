using CrmVoip.Bench;

namespace CrmVoip.TelephonyBench;

public static class Idle
{
    /// <summary>The lines of idle.sh: "    3 organizations: 0.20 statements/s".</summary>
    public static string Table(IEnumerable<string> lines) => MeasuredSection.Table(
        "An instance with nothing due",
        "organizations | statements/s",
        lines.Where(l => l.Contains("statements/s", StringComparison.Ordinal))
            .Select(l => l.Replace(" statements/s", "", StringComparison.Ordinal).Replace(" organizations: ", " | ", StringComparison.Ordinal).Trim()));
}
