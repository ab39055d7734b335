using CrmVoip.Api4Com;

namespace CrmVoip.UnitTests.Api4Com;

public class Api4ComWebhookTests
{
    [Fact]
    public void Version_1_4_is_read_with_brasilia_times()
    {
        var webhook = Parse(
            """
            {"version":"v1.4","eventType":"channel-hangup","id":"8c1f","domain":"acme.api4com.com","direction":"outbound","caller":"1000","called":"04833330000",
             "startedAt":"2026-05-18 10:02:11","answeredAt":"2026-05-18 10:02:29","endedAt":"2026-05-18 10:03:40","duration":71,
             "hangupCause":"NORMAL_CLEARING","hangupCauseCode":"16","recordUrl":null,"metadata":{"gateway":"meucrm"}}
            """)!;

        Assert.Equal(("8c1f", Api4ComWebhookType.HungUp, 71, "1000", "04833330000"),
            (webhook.CallId, webhook.Type, webhook.DurationSeconds, webhook.Caller, webhook.Called));
        Assert.Equal(new DateTimeOffset(2026, 5, 18, 13, 2, 29, TimeSpan.Zero), webhook.AnsweredAt);
        Assert.False(webhook.Inbound);
        Assert.Null(webhook.RecordingUrl);
    }

    [Fact]
    public void Version_1_8_in_snake_case_with_text_for_numbers_says_the_same()
    {
        var webhook = Parse(
            """
            {"version":"1.8","event_type":"channel_hangup","call_id":77,"caller_id_number":1000,"destination":"5548999990000",
             "started_at":"2026-05-18T10:02:11.000Z","answered_at":"2026-05-18T13:02:29+00:00","duration":"71","record_url":"https://x"}
            """)!;

        Assert.Equal(("77", Api4ComWebhookType.HungUp, 71, "1000"), (webhook.CallId, webhook.Type, webhook.DurationSeconds, webhook.Caller));
        Assert.Equal(new DateTimeOffset(2026, 5, 18, 13, 2, 11, TimeSpan.Zero), webhook.StartedAt);
        Assert.Equal(new DateTimeOffset(2026, 5, 18, 13, 2, 29, TimeSpan.Zero), webhook.AnsweredAt);
        Assert.Equal("https://x", webhook.RecordingUrl);
    }

    [Theory]
    [InlineData("\"\"")]
    [InlineData("null")]
    [InlineData("\"  \"")]
    [InlineData("\"0000-00-00 00:00:00\"")]
    public void An_empty_answer_time_means_nobody_answered(string answeredAt) =>
        Assert.Null(Parse($$"""{"id":"a","eventType":"channel-hangup","answeredAt":{{answeredAt}}}""")!.AnsweredAt);

    [Theory]
    [InlineData("1000", false)]
    [InlineData("5548999990000", true)]
    public void Without_a_direction_a_short_caller_is_a_ramal(string caller, bool inbound) =>
        Assert.Equal(inbound, Parse($$"""{"id":"a","type":"channel-answer","caller":"{{caller}}"}""")!.Inbound);

    [Fact]
    public void An_event_not_known_is_kept_by_its_name()
    {
        var webhook = Parse("""{"id":"a","eventType":"channel-create"}""")!;

        Assert.Equal((Api4ComWebhookType.Unknown, "channel-create"), (webhook.Type, webhook.TypeName));
    }

    [Theory]
    [InlineData("")]
    [InlineData("not json")]
    [InlineData("[]")]
    [InlineData("7")]
    [InlineData("""{"id":"a"}""")]
    [InlineData("""{"eventType":"channel-answer"}""")]
    public void What_names_no_call_is_nothing(string body) => Assert.Null(Parse(body));

    private static Api4ComWebhook? Parse(string body) => Api4ComWebhook.Parse(body, new Api4ComOptions());
}
