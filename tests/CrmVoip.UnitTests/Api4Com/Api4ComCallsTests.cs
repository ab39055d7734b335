using System.Net;
using System.Text.RegularExpressions;
using CrmVoip.Api4Com;
using CrmVoip.Api4Com.Models;

namespace CrmVoip.UnitTests.Api4Com;

public class Api4ComCallsTests
{
    // 10:00 to 12:00 in Brasília.
    private static readonly DateTimeOffset _from = new(2026, 5, 18, 13, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset _to = new(2026, 5, 18, 15, 0, 0, TimeSpan.Zero);

    private readonly StubProvider _provider = new();

    [Theory]
    [InlineData("""{{"data":[{0}],"meta":{{"totalPageCount":1,"currentPage":1,"nextPage":null}}}}""")]
    [InlineData("""{{"data":[{0}],"metadata":{{"nextPage":null}}}}""")]
    [InlineData("""{{"calls":[{0}],"meta":{{"totalPageCount":"1"}}}}""")]
    public async Task Every_envelope_is_read(string envelope)
    {
        _provider.Answer(Envelope(envelope, Row("a", "11:00:00"))).Answer("[]");

        Assert.Equal("a", Assert.Single((await Calls()).Calls).Id);
    }

    [Fact]
    public async Task A_bare_array_is_paged_until_it_brings_nothing_new()
    {
        var rows = $"[{Row("a", "11:00:00")}]";
        _provider.Answer(rows).Answer(rows).Answer(rows);

        Assert.Single((await Calls()).Calls);
        Assert.Equal(3, _provider.Requests.Count);
    }

    [Fact]
    public async Task Times_are_brasilia_wall_clock_with_a_false_z()
    {
        _provider.Answer($"[{Row("a", "11:00:00")}]").Answer("[]").Answer("[]");

        Assert.Equal(new DateTimeOffset(2026, 5, 18, 14, 0, 0, TimeSpan.Zero), (await Calls()).Calls[0].StartedAt);
    }

    [Fact]
    public async Task The_filter_is_in_the_provider_s_clock_and_four_hours_wider_on_both_sides()
    {
        _provider.Answer("[]").Answer("[]");

        await Calls();

        Assert.Contains("\"gte\":\"2026-05-18T06:00:00.000Z\",\"lte\":\"2026-05-18T16:00:00.000Z\"", _provider.Requests[0].Url);
        Assert.Contains("\"order\":\"started_at DESC\"", _provider.Requests[0].Url);
        Assert.Contains("calls?page=1&", _provider.Requests[0].Url);
    }

    [Fact]
    public async Task An_exact_window_is_asked_for_in_the_provider_s_clock_and_in_utc()
    {
        _provider.Answer("[]").Answer("[]").Answer("[]").Answer("[]");

        await Calls(exact: true);

        Assert.Equal(
            [
                "\"gte\":\"2026-05-18T10:00:00.000Z\",\"lte\":\"2026-05-18T12:00:00.000Z\"",
                "\"gte\":\"2026-05-18T13:00:00.000Z\",\"lte\":\"2026-05-18T15:00:00.000Z\"",
            ],
            _provider.Requests.Select(r => Regex.Match(r.Url, "\"gte\"[^}]*").Value).Distinct());
    }

    [Fact]
    public async Task Rows_outside_the_window_are_counted_and_left_out()
    {
        _provider.Answer($"[{Row("late", "12:30:00")},{Row("in", "10:30:00")},{Row("early", "09:59:59")}]").Answer("[]").Answer("[]");

        var list = await Calls();

        Assert.Equal("in", Assert.Single(list.Calls).Id);
        Assert.Equal(3, list.Fetched);
    }

    [Fact]
    public async Task Short_pages_do_not_end_the_list_but_the_envelope_does()
    {
        _provider
            .Answer($$$"""{"data":[{{{Row("a", "11:30:00")}}}],"meta":{"currentPage":1,"totalPageCount":2,"nextPage":2}}""")
            .Answer($$$"""{"data":[{{{Row("b", "11:00:00")}}}],"meta":{"currentPage":2,"totalPageCount":2,"nextPage":null}}""")
            .Answer("[]");

        Assert.Equal(["a", "b"], (await Calls()).Calls.Select(c => c.Id));
    }

    [Fact]
    public async Task A_provider_that_ignores_the_filter_is_not_paged_through_its_history()
    {
        _provider
            .Answer($$$"""{"data":[{{{Row("old", "01:00:00", day: 17)}}}],"meta":{"currentPage":1,"totalPageCount":900,"nextPage":2}}""")
            .Answer("[]");

        Assert.Empty((await Calls()).Calls);
        Assert.Equal(2, _provider.Requests.Count);
    }

    [Fact]
    public async Task The_number_of_pages_is_capped_and_said()
    {
        for (var page = 1; page <= _provider.Options.MaxPages; page++)
        {
            _provider.Answer($$$"""{"data":[{{{Row($"c{page}", "11:00:00")}}}],"meta":{"currentPage":{{{page}}},"totalPageCount":900}}""");
        }

        _provider.Answer("[]");

        Assert.True((await Calls()).Truncated);
    }

    [Fact]
    public async Task Voicemail_calls_missing_in_the_plain_list_are_asked_for_by_cause()
    {
        _provider.Answer("[]").Answer($"[{Row("vm", "11:00:00")}]").Answer("[]");

        Assert.Equal("vm", Assert.Single((await Calls()).Calls).Id);
        Assert.Contains("\"hangup_cause\":\"NUMBER_CHANGED\"", _provider.Requests[1].Url);
    }

    [Theory]
    [InlineData(HttpStatusCode.TooManyRequests, "0")]
    [InlineData(HttpStatusCode.TooManyRequests, null)]
    [InlineData(HttpStatusCode.TooManyRequests, "3600")]
    [InlineData(HttpStatusCode.ServiceUnavailable, null)]
    public async Task Being_told_to_slow_down_is_waited_out(HttpStatusCode status, string? retryAfter)
    {
        _provider.Answer("{}", status, retryAfter).Answer("[]").Answer("[]");

        Assert.Empty((await Calls()).Calls);
        Assert.Equal(3, _provider.Requests.Count);
    }

    [Fact]
    public async Task Being_told_to_slow_down_for_ever_is_an_error()
    {
        for (var i = 0; i <= _provider.Options.MaxRetries; i++)
        {
            _provider.Answer("{}", HttpStatusCode.TooManyRequests);
        }

        var error = await Assert.ThrowsAsync<Api4ComException>(() => Calls());

        Assert.Equal(Api4ComErrorKind.RateLimited, error.Kind);
    }

    [Fact]
    public async Task Pages_are_spaced()
    {
        _provider.Options.PageSpacing = TimeSpan.FromMilliseconds(150);
        _provider.Answer($"[{Row("a", "11:00:00")}]").Answer("[]").Answer("[]");
        var started = TimeProvider.System.GetTimestamp();

        await Calls();

        Assert.InRange(TimeProvider.System.GetElapsedTime(started).TotalMilliseconds, 290, 60_000);
    }

    [Fact]
    public async Task Numbers_come_as_text_and_fields_in_either_spelling()
    {
        _provider.Answer(
            """
            [{"id":77,"domain":"acme.api4com.com","callType":"outbound","startedAt":"2026-05-18 11:00:00","endedAt":"2026-05-18T11:01:40-03:00",
              "from":1000,"to":"011960000001","duration":"71","hangupCause":"NORMAL_CLEARING","recordUrl":"","BINA":"551130000000","call_price":"0,76"}]
            """).Answer("[]").Answer("[]");

        var call = (await Calls()).Calls[0];

        Assert.Equal(("77", "1000", 71, 0.76m, "551130000000"), (call.Id, call.From, call.DurationSeconds, call.Price, call.CallerId));
        Assert.Equal(new DateTimeOffset(2026, 5, 18, 14, 1, 40, TimeSpan.Zero), call.EndedAt);
        Assert.Null(call.RecordingUrl);
    }

    private static string Row(string id, string time, int day = 18) =>
        $$"""{"id":"{{id}}","domain":"acme.api4com.com","started_at":"2026-05-{{day}}T{{time}}.000Z","from":"1000","to":"x","duration":0}""";

    private static string Envelope(string format, string row) =>
        format.Replace("{{", "{", StringComparison.Ordinal).Replace("}}", "}", StringComparison.Ordinal).Replace("{0}", row, StringComparison.Ordinal);

    private Task<Api4ComCallList> Calls(bool exact = false) => _provider.Client.GetCallsAsync(_provider.Account, new Api4ComWindow(_from, _to, exact), _ => Task.CompletedTask, default);
}
