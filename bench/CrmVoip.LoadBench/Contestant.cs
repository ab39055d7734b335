using System.Diagnostics;

namespace CrmVoip.LoadBench;

/// <summary>A board that somebody answers with, and how many cards it has to have.</summary>
public sealed class Contestant(string name, Uri address, string cookie, int cards)
{
    private readonly Dictionary<int, List<Slice>> _slices = [];

    public string Name => name;

    /// <summary>Bytes of the page, uncompressed.</summary>
    public int Weight { get; private set; }

    /// <summary>The medians of its slices, each by itself.</summary>
    public Slice Of(int clients) => new(
        Times.Median(_slices[clients].Select(s => s.Half)),
        Times.Median(_slices[clients].Select(s => s.NearlyAll)),
        Times.Median(_slices[clients].Select(s => s.PerSecond)));

    public void Measure(int clients, double seconds)
    {
        if (!_slices.TryGetValue(clients, out var slices))
        {
            _slices[clients] = slices = [];
        }

        slices.Add(Run(clients, TimeSpan.FromSeconds(seconds)));
    }

    public void WarmUp(double seconds) => Run(2, TimeSpan.FromSeconds(seconds));

    private Slice Run(int clients, TimeSpan time)
    {
        using var start = new Barrier(clients + 1);
        var end = long.MaxValue;
        var all = Enumerable.Range(0, clients).Select(_ => new List<double>()).ToArray();
        Exception? fault = null;
        var threads = Array.ConvertAll(all, times => new Thread(() =>
        {
            try
            {
                using var wire = new Wire(address, cookie);
                Ask(wire);
                start.SignalAndWait();
                while (Stopwatch.GetTimestamp() < Volatile.Read(ref end))
                {
                    var asked = Stopwatch.GetTimestamp();
                    Ask(wire);
                    times.Add(Stopwatch.GetElapsedTime(asked).TotalMilliseconds);
                }
            }
            catch (Exception error)
            {
                Interlocked.CompareExchange(ref fault, error, null);
                start.RemoveParticipant();
            }
        }));
        Array.ForEach(threads, t => t.Start());
        start.SignalAndWait();
        var began = Stopwatch.GetTimestamp();
        Volatile.Write(ref end, began + (long)(time.TotalSeconds * Stopwatch.Frequency));
        Array.ForEach(threads, t => t.Join());
        var elapsed = Stopwatch.GetElapsedTime(began);
        if (fault is not null)
        {
            throw new InvalidOperationException($"{name}: {fault.Message}", fault);
        }

        var sorted = all.SelectMany(times => times).Order().ToArray();
        return new Slice(Times.At(sorted, 0.5), Times.At(sorted, 0.99), sorted.Length / elapsed.TotalSeconds);
    }

    private void Ask(Wire wire)
    {
        var page = wire.Ask();
        Weight = page.Length;
        if (wire.Status != 200 || page.Count("<article class=\"cartao\""u8) is var found && found != cards)
        {
            throw new InvalidDataException($"{address} answered {wire.Status} with {page.Count("<article class=\"cartao\""u8)} cards instead of {cards}.");
        }
    }
}

public sealed record Slice(double Half, double NearlyAll, double PerSecond);
