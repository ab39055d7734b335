namespace CrmVoip.Reliability;

public enum Fault
{
    Lost,
    Doubled,
    Wrong,

    /// <summary>The product says itself that it does not know which call a record is.</summary>
    Open,
}

public sealed record Finding(Fault Fault, string What);

/// <summary>The product's ledger beside the provider's, call by call.</summary>
public sealed class Verdict(MadeCall[] made, TrueCall[] truth, List<LedgerCall> ledger, List<OpenRecord> open)
{
    private static readonly TimeSpan _sameEnd = TimeSpan.FromSeconds(12);
    private readonly Dictionary<Guid, MadeCall> _byProvider = made.ToDictionary(m => m.ProviderId);
    private readonly List<LedgerCall> _shown = ledger.FindAll(l => !l.Replaced);

    public IEnumerable<Finding> Findings() => [.. truth.SelectMany(Of), .. Unexplained(), .. Missing()];

    private IEnumerable<Finding> Of(TrueCall call)
    {
        var plan = _byProvider[call.Id];
        var rows = _shown.FindAll(row => Names(row.ProviderIds, call));
        if (rows.Count > 1)
        {
            return [new Finding(Fault.Doubled, $"{Described(call, plan)} has {rows.Count} rows: {string.Join(" | ", rows)}")];
        }

        if (rows is [var row])
        {
            return Differences(call, plan, row).Select(what => new Finding(Fault.Wrong, $"{what}. Truth: {Described(call, plan)}. Ledger: {row}"));
        }

        return open.Find(record => Names(record.ProviderIds, call)) is { Candidates.Length: > 0 } doubt
            ? [new Finding(Fault.Open, $"{Described(call, plan)} may be {string.Join(", ", doubt.Candidates)}")]
            : [new Finding(Fault.Lost, $"{Described(call, plan)} is in no row")];
    }

    private static IEnumerable<string> Differences(TrueCall call, MadeCall plan, LedgerCall row)
    {
        (string What, bool Differs)[] compared =
        [
            ("pairing", plan.Id is { } id ? row.Id != id : !row.Outside),
            ("organization", row.Organization != plan.Line.Organization),
            ("direction", row.Direction != call.Direcao),
            ("extension", row.Extension != call.Ramal),
            ("number", Digits(row.Number) != Digits(call.Numero)),
            ("status", row.Status != Status(call)),
            ("talk", Math.Abs(row.Talk - call.DuracaoSegundos) > 1),
            ("recording", row.Recording?.Contains($"{call.Id}", StringComparison.OrdinalIgnoreCase) != (call.Gravacao ? true : null)),
            ("end", plan.Id is not null && !((row.EndedAt - call.Fim.UtcDateTime)?.Duration() <= _sameEnd)),
        ];
        return compared.Where(c => c.Differs).Select(c => c.What);
    }

    // Rows that no call of the provider explains.
    private IEnumerable<Finding> Unexplained() =>
        from row in _shown
        let mine = made.Any(m => m.Id == row.Id)
        where !truth.Any(call => Names(row.ProviderIds, call)) && !mine
        select new Finding(Fault.Doubled, $"nobody made {row}");

    private IEnumerable<Finding> Missing() =>
        from call in made
        where call.Id is not null && !_shown.Exists(row => row.Id == call.Id)
        select new Finding(Fault.Lost, $"the product's own call {call.Id} to {call.Plan.Number}");

    private static string Status(TrueCall call) => call.AtendidaEm is not null
        ? Outcome.Answered.Status
        : Array.Find(Outcome.Others, o => o.Cause == call.Causa)?.Status ?? "falha";

    private static bool Names(string[] ids, TrueCall call) =>
        Array.Exists(ids, id => id == $"{call.Id}" || id == $"{call.OutroId}");

    // The provider writes 0 + area code, the product +55.
    private static string Digits(string number) => number.Length > 10 ? number[^10..] : number;

    private static string Described(TrueCall call, MadeCall plan) =>
        $"{plan.Plan.Kind}{(plan.Dialer ? " by the dialer" : "")} {call.Id}{(plan.Id is { } id ? $" = {id}" : "")} #{plan.Plan.Index} {call.Dominio} {call.Ramal} {call.Numero} "
        + $"{call.Causa} {call.DuracaoSegundos} s, {call.Inicio:HH:mm:ss.f} to {call.Fim:HH:mm:ss.f}, told {plan.Plan.Telling}, corrected {plan.Plan.Correction}";
}
