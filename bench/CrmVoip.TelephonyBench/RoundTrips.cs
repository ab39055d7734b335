using System.Diagnostics;
using System.Globalization;

namespace CrmVoip.TelephonyBench;

/// <summary>The commands that reach PostgreSQL while it counts, by Npgsql's own traces; the commit, which has none, is added.</summary>
public sealed class RoundTrips
{
    private const int Commit = 1;
    private readonly List<int> _counts = [];
    private List<string> _last = [];

    /// <summary>What most runs needed.</summary>
    public int Typical => _counts.GroupBy(c => c).MaxBy(g => g.Count())!.Key;

    public string Last(string name) => $"{name}\n{string.Join("\n", _last)}";

    public IDisposable Count()
    {
        var commands = new List<string>();
        var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "Npgsql",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity =>
            {
                var text = (activity.GetTagItem("db.query.text") ?? activity.GetTagItem("db.statement")) as string;
                commands.Add(string.Create(CultureInfo.InvariantCulture, $"{activity.Duration.TotalMilliseconds,7:F2} ms  {text?.ReplaceLineEndings(" ") ?? activity.DisplayName}"));
            },
        };
        ActivitySource.AddActivityListener(listener);
        return new Counting(() =>
        {
            listener.Dispose();
            _last = commands;
            _counts.Add(commands.Count + Commit);
        });
    }

    private sealed class Counting(Action end) : IDisposable
    {
        public void Dispose() => end();
    }
}
