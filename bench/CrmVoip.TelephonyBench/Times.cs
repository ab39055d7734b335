using System.Globalization;

namespace CrmVoip.TelephonyBench;

/// <summary>Milliseconds, and what half and nearly all of them stay below.</summary>
public sealed class Times
{
    private readonly List<double> _all = [];

    public double Max => _all.Max();

    public void Add(TimeSpan time)
    {
        lock (_all)
        {
            _all.Add(time.TotalMilliseconds);
        }
    }

    /// <summary>Cells: half, 95 of 100, the longest.</summary>
    public string Cells() => string.Create(CultureInfo.InvariantCulture, $"{At(0.5):F1} | {At(0.95):F1} | {At(1):F1}");

    private double At(double share)
    {
        var sorted = _all.Order().ToList();
        return sorted[(int)Math.Ceiling(share * sorted.Count) - 1];
    }
}
