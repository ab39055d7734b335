using System.Globalization;
using System.Text;

namespace CrmVoip.LoadBench;

/// <summary>Tables, and the section of the document that holds them.</summary>
public static class Report
{
    private const string Begin = "<!-- load: begin -->";
    private const string End = "<!-- load: end -->";

    public static string Table(string title, string head, IEnumerable<string> rows)
    {
        var columns = head.Count(c => c == '|') + 1;
        return new StringBuilder($"### {title}\n\n| {head} |\n|{string.Concat(Enumerable.Repeat(" --- |", columns))}\n")
            .AppendJoin('\n', rows.Select(r => $"| {r} |"))
            .Append('\n')
            .ToString();
    }

    public static async Task WriteAsync(string head, IEnumerable<string> parts, string? document)
    {
        var load = File.Exists("/proc/loadavg") ? (await File.ReadAllTextAsync("/proc/loadavg")).Split(' ')[0] : "unknown";
        var text = string.Create(
            CultureInfo.InvariantCulture,
            $"Measured {DateTime.UtcNow:yyyy-MM-dd HH:mm} UTC on {Environment.ProcessorCount} processors that product, limit, database and bench share; load average at the end {load}. {head}");
        Console.WriteLine(text);
        if (document is not null)
        {
            var whole = await File.ReadAllTextAsync(document);
            var (from, to) = (whole.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length, whole.IndexOf(End, StringComparison.Ordinal));
            await File.WriteAllTextAsync(document, $"{whole[..from]}\n{text}\n\n{string.Join('\n', parts)}{whole[to..]}");
        }
    }
}
