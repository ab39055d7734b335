namespace CrmVoip.Reliability;

public enum Kind
{
    Browser,
    Desk,
    Inbound,

    /// <summary>A customer calls, and no browser is there.</summary>
    Missed,
}

/// <summary>How the browser's outbox gets its facts through.</summary>
public enum Telling
{
    AsItGoes,
    ShuffledTwice,
    EndFirst,

    /// <summary>The browser dies after the answer: nobody reports the end.</summary>
    NoEnd,
}

public enum Correction
{
    None,
    Recording,
    Cause,
    Talk,
}

/// <summary>How a call ends: by the provider's name, and as the browser saw it.</summary>
public sealed record Outcome(string Cause, string Seen, int SipCode, string Status)
{
    public static Outcome Answered { get; } = new("NORMAL_CLEARING", "normal", 200, "atendida");

    public static Outcome[] Others { get; } =
    [
        new("USER_BUSY", "busy", 486, "ocupado"),
        new("NO_ANSWER", "no_answer", 480, "nao_atendida"),
        new("CALL_REJECTED", "rejected", 603, "recusada"),
        new("ORIGINATOR_CANCEL", "cancelled", 487, "cancelada"),
    ];
}

public sealed record PlannedCall(
    int Index, Kind Kind, string Number, double Pause, double Ring, double? Talk, Outcome Outcome, Telling Telling, Correction Correction, int Seed);

/// <summary>Who calls on which extension.</summary>
public sealed record Line(string Organization, string Email, string Extension)
{
    public static Line[] All { get; } =
    [
        new("aurora", "ana@aurora.example", "1001"),
        new("aurora", "bruno@aurora.example", "1002"),
        new("aurora", "dora@aurora.example", "1003"),
        new("aurora", "admin@aurora.example", "1004"),
        new("boreal", "carla@boreal.example", "1001"),
        new("boreal", "dora@aurora.example", "1002"),
        new("boreal", "admin@boreal.example", "1003"),
    ];

    public string Domain => $"{Organization}.simulador";
}

/// <summary>The calls of each line, made of a seed.</summary>
public sealed class Script(int seed, int calls)
{
    // Nobody hears a busy tone and dials again within two seconds.
    private const double Redials = 0.2;
    private readonly Random _random = new(seed);
    private readonly bool _withDeadBrowsers = calls >= 300;
    private int _numbers;

    public ILookup<Line, PlannedCall> Plan()
    {
        var last = new Dictionary<Line, string>();
        return Enumerable.Range(0, calls)
            .Select(index => (Line: Line.All[index % Line.All.Length], Index: index))
            .ToLookup(turn => turn.Line, turn => Call(turn.Index, turn.Line, last));
    }

    private PlannedCall Call(int index, Line line, Dictionary<Line, string> last)
    {
        var kind = Weighted((Kind.Browser, 68), (Kind.Desk, 16), (Kind.Inbound, 11), (Kind.Missed, 5));
        var (number, again) = Number(kind, line, last);
        var outcome = _random.NextDouble() < 0.6 ? Outcome.Answered : Outcome.Others[_random.Next(kind == Kind.Browser ? 4 : 3)];
        var answered = outcome == Outcome.Answered;
        return new PlannedCall(
            index,
            kind,
            number,
            again ? Between(0.8, 1.5) : Between(0.05, 1.2),
            Between(1.2, 2.2),
            answered ? Between(1, 5) : null,
            outcome,
            HowTold(answered),
            Corrected(kind is Kind.Missed || (kind == Kind.Browser && !answered)),
            _random.Next());
    }

    private (string Number, bool Again) Number(Kind kind, Line line, Dictionary<Line, string> last)
    {
        var again = kind == Kind.Browser && last.ContainsKey(line) && _random.NextDouble() < Redials;
        var number = again ? last[line] : NewNumber();
        if (kind == Kind.Browser)
        {
            last[line] = number;
        }

        return (number, again);
    }

    private Correction Corrected(bool neverTalked) => neverTalked
        ? Correction.None
        : Weighted((Correction.None, 90), (Correction.Recording, 4), (Correction.Cause, 3), (Correction.Talk, 3));

    private Telling HowTold(bool answered) => _withDeadBrowsers && answered && _random.Next(50) == 0
        ? Telling.NoEnd
        : Weighted((Telling.AsItGoes, 50), (Telling.ShuffledTwice, 35), (Telling.EndFirst, 15));

    private string NewNumber() => $"+551197{2_000_000 + (_numbers++ * 7_919 % 6_999_999):0000000}";

    private double Between(double from, double to) => from + (_random.NextDouble() * (to - from));

    private T Weighted<T>(params (T Value, int Weight)[] choices)
    {
        var at = _random.Next(choices.Sum(c => c.Weight));
        return choices.First(c => (at -= c.Weight) < 0).Value;
    }
}
