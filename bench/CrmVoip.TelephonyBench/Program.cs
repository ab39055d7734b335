using CrmVoip.IntegrationTests.Infra;
using CrmVoip.TelephonyBench;

// The aims of telephony, measured and printed, never asserted. Arguments: what to measure of "flood", "slow" and "matching" (all),
// and after --document the file whose section is rewritten, with the lines of idle.sh after --idle.
var choices = Arguments.Read(args);
var app = new AplicacaoFixture();
await app.InitializeAsync();
try
{
    var parts = new List<string>();
    void Tell(string part)
    {
        parts.Add(part);
        Console.WriteLine(part);
    }

    if (choices.Idle is { } idle)
    {
        Tell(Report.Idle(await File.ReadAllLinesAsync(idle)));
    }

    if (choices.Wants("flood"))
    {
        Tell(await new Flood(app).MeasureAsync());
    }

    if (choices.Wants("slow"))
    {
        Tell(await new SlowProvider(app).MeasureAsync());
    }

    if (choices.Wants("matching"))
    {
        Tell(await new Matching(app).MeasureAsync());
    }

    await Report.WriteAsync(parts, choices.Document);
    return 0;
}
finally
{
    await app.DisposeAsync();
}
