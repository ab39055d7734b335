using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;

namespace CrmVoip.UnitTests.Simulador;

/// <summary>Calls that no browser takes part in, and what the provider says of them later.</summary>
public sealed class DeskPhoneTests(SimuladorFixture simulador) : IClassFixture<SimuladorFixture>, IAsyncLifetime
{
    private const string Domain = "aurora.simulador";
    private static readonly DateTimeOffset Start = DateTimeOffset.UtcNow.AddMinutes(-10);

    private WebhookReceiver receiver = null!;

    public async Task InitializeAsync()
    {
        receiver = await WebhookReceiver.StartAsync();
        using var set = await simulador.AskAsync(HttpMethod.Post, "/controle/webhook", new { modo = "normal", url = receiver.Url });
    }

    public async Task DisposeAsync()
    {
        using var reset = await simulador.AskAsync(HttpMethod.Post, "/controle/reiniciar");
        await receiver.DisposeAsync();
    }

    [Fact]
    public async Task Call_of_the_desk_phone_is_listed_and_told()
    {
        var id = await CallAsync(new { dominio = Domain, ramal = "1002", numero = "+5561900000001", inicio = Start, toqueSegundos = 4, falaSegundos = 42 });

        var row = (await simulador.CallsToAsync("061900000001"))[0]!;
        Assert.Equal((id, "outbound", "1002", 42), (Text(row, "id"), Text(row, "call_type"), Text(row, "from"), row["duration"]!.GetValue<int>()));
        Assert.Equal(46, (Instant(row, "ended_at") - Instant(row, "started_at")).TotalSeconds);
        using var recording = await simulador.Http.GetAsync(new Uri(Text(row, "record_url")!));
        Assert.Equal(HttpStatusCode.Redirect, recording.StatusCode);

        var events = await receiver.WaitForAsync(2);
        Assert.Equal(["channel-answer", "channel-hangup"], events.Select(e => Text(e, "eventType")));
        Assert.Equal((id, "1002", "061900000001"), (Text(events[1], "id"), Text(events[1], "caller"), Text(events[1], "called")));
        Assert.Null(events[0]["endedAt"]);
    }

    [Fact]
    public async Task Inbound_call_that_nobody_took_has_the_customer_on_the_other_side()
    {
        await CallAsync(new { dominio = Domain, ramal = "1003", numero = "+5561900000002", direcao = "entrada", inicio = Start, toqueSegundos = 20 });

        var row = (await simulador.CallsToAsync("1003"))[0]!;
        Assert.Equal(("inbound", "061900000002", "NO_ANSWER"), (Text(row, "call_type"), Text(row, "from"), Text(row, "hangup_cause")));
        var hangup = Assert.Single(await receiver.WaitForAsync(1));
        Assert.Equal(("inbound", "061900000002", "1003", "19"), (Text(hangup, "direction"), Text(hangup, "caller"), Text(hangup, "called"), Text(hangup, "hangupCauseCode")));
        Assert.Null(hangup["answeredAt"]);
    }

    [Fact]
    public async Task What_lies_ahead_is_told_when_it_comes()
    {
        await CallAsync(new { dominio = Domain, ramal = "1001", numero = "+5561900000003", toqueSegundos = 0, falaSegundos = 0.5 });

        Assert.Equal("channel-answer", Text((await receiver.WaitForAsync(1))[0], "eventType"));
        Assert.Empty(await TruthAsync("061900000003"));
        Assert.Equal("channel-hangup", Text((await receiver.WaitForAsync(2))[1], "eventType"));
        Assert.Single(await TruthAsync("061900000003"));
    }

    [Fact]
    public async Task Call_is_corrected_after_its_end()
    {
        var id = await CallAsync(new { dominio = Domain, ramal = "1001", numero = "+5561900000004", inicio = Start, toqueSegundos = 60, causa = "NORMAL_CLEARING" });
        Assert.Equal(0, (await simulador.CallsToAsync("061900000004"))[0]!["duration"]!.GetValue<int>());

        await CorrectAsync(id, new { falaSegundos = 58, gravacao = true, webhook = true });

        var row = (await simulador.CallsToAsync("061900000004"))[0]!;
        Assert.Equal(58, row["duration"]!.GetValue<int>());
        var events = await receiver.WaitForAsync(2);
        Assert.Equal(["channel-hangup", "channel-hangup"], events.Select(e => Text(e, "eventType")));
        Assert.Equal((0, 58), (events[0]["duration"]!.GetValue<int>(), events[1]["duration"]!.GetValue<int>()));
        Assert.Equal((null, Text(row, "record_url")), (Text(events[0], "recordUrl"), Text(events[1], "recordUrl")));
        Assert.NotNull(events[1]["answeredAt"]);
    }

    [Fact]
    public async Task Recording_moves_and_its_old_address_is_dead()
    {
        var id = await CallAsync(new { dominio = Domain, ramal = "1001", numero = "+5561900000005", inicio = Start, falaSegundos = 10 });
        var before = Text((await simulador.CallsToAsync("061900000005"))[0]!, "record_url")!;

        await CorrectAsync(id, new { moverGravacao = true });

        var after = Text((await simulador.CallsToAsync("061900000005"))[0]!, "record_url")!;
        using var old = await simulador.Http.GetAsync(new Uri(before));
        using var moved = await simulador.Http.GetAsync(new Uri(after));
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.Redirect), (old.StatusCode, moved.StatusCode));
    }

    [Theory]
    [InlineData("@1970", "1970-01-01 00:00:00")]
    [InlineData("@0001", "0001-01-01 00:00:00")]
    [InlineData("@ilegivel", "32/13/2026 25:61")]
    [InlineData("@ausente", null)]
    [InlineData("@+86400", "a day late")]
    public async Task Date_that_cannot_be_is_sent_as_asked(string asked, string? expected)
    {
        var alteracoes = new { fim = new { endedAt = asked, hangupCause = "MEDIA_TIMEOUT" }, lista = new { ended_at = asked } };
        await CallAsync(new { dominio = Domain, ramal = "1001", numero = "+5561900000006", inicio = Start, toqueSegundos = 0, falaSegundos = 10, alteracoes });

        var hangup = (await receiver.WaitForAsync(2))[1];
        var row = (await simulador.CallsToAsync("061900000006"))[0]!;
        var late = Start.ToOffset(TimeSpan.FromHours(-3)).AddSeconds(10).AddDays(1);
        var said = expected == "a day late" ? late.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture) : expected;
        Assert.Equal(said, Text(hangup, "endedAt"));
        Assert.Equal(said is null || asked == "@ilegivel" ? said : $"{said.Replace(' ', 'T')}.000Z", Text(row, "ended_at"));
        Assert.Equal(asked != "@ausente", hangup.ContainsKey("endedAt"));
        Assert.Equal("MEDIA_TIMEOUT", Text(hangup, "hangupCause"));
        Assert.Equal("NORMAL_CLEARING", Text(row, "hangup_cause"));
    }

    [Fact]
    public async Task Unknown_extension_makes_no_call()
    {
        using var answer = await simulador.AskAsync(HttpMethod.Post, "/controle/ligacoes", new { dominio = Domain, ramal = "9999", numero = "+5561900000007" });

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    private async Task<string> CallAsync(object call) =>
        (await simulador.ReadAsync(HttpMethod.Post, "/controle/ligacoes", call))["id"]!.ToString();

    private async Task CorrectAsync(string id, object correction)
    {
        using var answer = await simulador.AskAsync(HttpMethod.Post, $"/controle/ligacoes/{id}/correcao", correction);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    private async Task<IEnumerable<JsonNode?>> TruthAsync(string number) =>
        (await simulador.ReadAsync(HttpMethod.Get, $"/controle/verdade?dominio={Domain}")).AsArray().Where(row => Text(row!, "numero") == number);

    private static string? Text(JsonNode row, string field) => row[field]?.ToString();

    private static DateTimeOffset Instant(JsonNode row, string field) => DateTimeOffset.Parse(Text(row, field)!, CultureInfo.InvariantCulture);
}
