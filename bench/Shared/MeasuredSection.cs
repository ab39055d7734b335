using System.Globalization;
using System.Text;

namespace CrmVoip.Bench;

/// <summary>Tables, and the section of a document that holds them: between "&lt;!-- name: begin --&gt;" and "end". Of every bench, which compiles this file.</summary>
/// <param name="name">The section's.</param>
/// <param name="sharing">What shares the processors of the machine.</param>
public sealed class MeasuredSection(string name, string sharing)
{
    public static string Table(string title, string head, IEnumerable<string> rows)
    {
        var columns = head.Count(c => c == '|') + 1;
        return new StringBuilder($"### {title}\n\n| {head} |\n|{string.Concat(Enumerable.Repeat(" --- |", columns))}\n")
            .AppendJoin('\n', rows.Select(r => $"| {r} |"))
            .Append('\n')
            .ToString();
    }

    /// <summary>When and on what it was measured, followed by what else there is to say.</summary>
    public async Task<string> HeadAsync(string more = "")
    {
        var load = File.Exists("/proc/loadavg") ? (await File.ReadAllTextAsync("/proc/loadavg")).Split(' ')[0] : "unknown";
        var measured = string.Create(
            CultureInfo.InvariantCulture,
            $"Measured {DateTime.UtcNow:yyyy-MM-dd HH:mm} UTC on {Environment.ProcessorCount} processors that {sharing} share; load average at the end {load}.");
        return $"{measured} {more}".Trim();
    }

    /// <summary>Rewrites the section in the document, when there is one.</summary>
    public async Task WriteAsync(string head, IEnumerable<string> parts, string? document)
    {
        if (document is null)
        {
            return;
        }

        var (begin, end) = ($"<!-- {name}: begin -->", $"<!-- {name}: end -->");
        var whole = await File.ReadAllTextAsync(document);
        var (from, to) = (whole.IndexOf(begin, StringComparison.Ordinal) + begin.Length, whole.IndexOf(end, StringComparison.Ordinal));
        await File.WriteAllTextAsync(document, $"{whole[..from]}\n{head}\n\n{string.Join('\n', parts)}{whole[to..]}");
    }
}
