using System.Globalization;
using System.Text;

namespace CrmVoip.TelephonyBench;

/// <summary>Tables, and the section of the document that holds them.</summary>
public static class Report
{
    private const string Begin = "<!-- telephony: begin -->";
    private const string End = "<!-- telephony: end -->";

    public static string Table(string title, string head, IEnumerable<string> rows)
    {
        var columns = head.Count(c => c == '|') + 1;
        return new StringBuilder($"### {title}\n\n| {head} |\n|{string.Concat(Enumerable.Repeat(" --- |", columns))}\n")
            .AppendJoin('\n', rows.Select(r => $"| {r} |"))
            .Append('\n')
            .ToString();
    }

    /// <summary>The lines of idle.sh: "    3 organizations: 0.20 statements/s".</summary>
    public static string Idle(IEnumerable<string> lines) => Table(
        "An instance with nothing due",
        "organizations | statements/s",
        lines.Where(l => l.Contains("statements/s", StringComparison.Ordinal))
            .Select(l => l.Replace(" statements/s", "", StringComparison.Ordinal).Replace(" organizations: ", " | ", StringComparison.Ordinal).Trim()));

    public static async Task WriteAsync(IEnumerable<string> parts, string? document)
    {
        var load = File.Exists("/proc/loadavg") ? (await File.ReadAllTextAsync("/proc/loadavg")).Split(' ')[0] : "unknown";
        var text = string.Create(
            CultureInfo.InvariantCulture,
            $"Measured {DateTime.UtcNow:yyyy-MM-dd HH:mm} UTC on {Environment.ProcessorCount} processors that product, database and bench share; load average at the end {load}.\n\n{string.Join('\n', parts)}");
        if (document is not null)
        {
            var whole = await File.ReadAllTextAsync(document);
            var (from, to) = (whole.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length, whole.IndexOf(End, StringComparison.Ordinal));
            await File.WriteAllTextAsync(document, $"{whole[..from]}\n{text}{whole[to..]}");
        }
    }
}
