using CrmVoip.Bench;
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
        Tell(Idle.Table(await File.ReadAllLinesAsync(idle)));
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

    var section = new MeasuredSection("telephony", "product, database and bench");
    var head = await section.HeadAsync();
    Console.WriteLine(head);
    await section.WriteAsync(head, parts, choices.Document);
    return 0;
}
finally
{
    await app.DisposeAsync();
}
