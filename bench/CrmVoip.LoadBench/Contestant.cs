using System.Diagnostics;
using System.Globalization;

namespace CrmVoip.LoadBench;

/// <summary>A board that somebody answers with, and how many cards it has to have.</summary>
public sealed class Contestant(string name, Instance instance, string cookie, Uri address, int cards)
{
    private static readonly int _postgres = int.Parse(Databases.Needed("LOAD_POSTGRES_PID"), CultureInfo.InvariantCulture);
    private readonly Dictionary<int, List<Slice>> _slices = [];
    private double _own, _ofPostgres;
    private int _boards;

    /// <summary>Bytes of the page, uncompressed.</summary>
    public int Weight { get; private set; }

    /// <summary>The medians of its slices, each by itself.</summary>
    public Slice Of(int clients) => new(
        Times.Median(_slices[clients].Select(s => s.Half)),
        Times.Median(_slices[clients].Select(s => s.NearlyAll)),
        Times.Median(_slices[clients].Select(s => s.PerSecond)),
        _slices[clients].Sum(s => s.Boards));

    public void Measure(int clients, double seconds)
    {
        if (!_slices.TryGetValue(clients, out var slices))
        {
            _slices[clients] = slices = [];
        }

        var (own, ofPostgres) = (Cpu.Of(instance.Pid), Cpu.OfPostgres(_postgres));
        slices.Add(Run(clients, TimeSpan.FromSeconds(seconds)));
        _own += Cpu.Of(instance.Pid) - own;
        _ofPostgres += Cpu.OfPostgres(_postgres) - ofPostgres;
        _boards += slices[^1].Boards;
    }

    /// <summary>Milliseconds of processor time of a board: of who answers, and of PostgreSQL.</summary>
    public (double Own, double Postgres) Spent => (_own * 1000 / _boards, _ofPostgres * 1000 / _boards);

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
            throw new WrongAnswerException($"{name}: {fault.Message}", fault);
        }

        var sorted = all.SelectMany(times => times).Order().ToArray();
        return new Slice(Times.At(sorted, 0.5), Times.At(sorted, 0.99), sorted.Length / elapsed.TotalSeconds, sorted.Length + clients);
    }

    private void Ask(Wire wire)
    {
        var page = wire.Ask();
        Weight = page.Length;
        if (wire.Status != 200 || page.Count("<article class=cartao "u8) is var found && found != cards)
        {
            throw new WrongAnswerException($"{address} answered {wire.Status} with {page.Count("<article class=cartao "u8)} cards instead of {cards}.");
        }
    }
}

/// <param name="Half">p50 in ms.</param>
/// <param name="NearlyAll">p99 in ms.</param>
/// <param name="PerSecond">Boards a second.</param>
/// <param name="Boards">All of them, the first of each client among them, which is not timed.</param>
public sealed record Slice(double Half, double NearlyAll, double PerSecond, int Boards);
