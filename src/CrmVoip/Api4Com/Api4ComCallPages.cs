using System.Text.Json;
using CrmVoip.Api4Com.Models;

namespace CrmVoip.Api4Com;

/// <summary>Reads GET /calls page by page. Date parameters outside `filter` are silently ignored by the provider.</summary>
internal sealed class Api4ComCallPages(Api4ComTransport transport, Api4ComOptions options, TimeProvider time)
{
    private const string Voicemail = "NUMBER_CHANGED";
    private static readonly TimeSpan _clockDoubt = TimeSpan.FromHours(4);

    private readonly Api4ComClock _clock = new(options.Clock);

    public async Task<Api4ComCallList> ReadAsync(
        Api4ComAccount account, Api4ComWindow window, Func<IReadOnlyList<Api4ComCall>, Task> eachPage, CancellationToken ct)
    {
        var found = new Dictionary<string, Api4ComCall>(StringComparer.Ordinal);
        Task Tell(Api4ComCall[] news) => eachPage([.. news.Where(c => IsInside(c, window))]);

        var truncated = false;
        foreach (var (number, filter) in Filters(window).Index())
        {
            if (number > 0)
            {
                await Task.Delay(options.PageSpacing, time, ct);
            }

            truncated |= await ReadAsync(account, window.From, filter, found, Tell, ct);
        }

        Api4ComCall[] inside = [.. found.Values.Where(c => IsInside(c, window)).OrderByDescending(c => c.StartedAt)];
        return new Api4ComCallList(inside, found.Count, truncated);
    }

    // A row without a believable start is in no window, and would never be told.
    private static bool IsInside(Api4ComCall call, Api4ComWindow window) =>
        call.StartedAt is not { Year: >= 2000 } || (call.StartedAt >= window.From && call.StartedAt <= window.To);

    // The plain list leaves some voicemail calls out; asked by cause, the provider returns them.
    private IEnumerable<string> Filters(Api4ComWindow window) =>
        from written in _clock.Windows(window)
        from cause in new[] { null, Voicemail }
        select Uri.EscapeDataString(Filter(written, cause));

    private async Task<bool> ReadAsync(
        Api4ComAccount account,
        DateTimeOffset from,
        string filter,
        Dictionary<string, Api4ComCall> found,
        Func<Api4ComCall[], Task> tell,
        CancellationToken ct)
    {
        for (var page = 1; page <= options.MaxPages; page++)
        {
            if (page > 1)
            {
                await Task.Delay(options.PageSpacing, time, ct);
            }

            var request = new Api4ComRequest(
                account, HttpMethod.Get, $"calls?page={page}&filter={filter}", options.RequestTimeout, Patient: true);
            var body = await transport.SendAsync(request, ct);
            var rows = body.Rows() ?? throw new Api4ComException(Api4ComErrorKind.UnexpectedAnswer);
            Api4ComCall[] calls = [.. rows.EnumerateArray().Select(row => Api4ComCall.Read(row, _clock)).OfType<Api4ComCall>()];
            Api4ComCall[] news = [.. calls.Where(call => found.TryAdd(call.Id, call))];
            await tell(news);
            if (IsLast(body, page, calls, news.Length, from))
            {
                return false;
            }
        }

        return true;
    }

    private static string Filter((string From, string To) written, string? hangupCause)
    {
        var where = new Dictionary<string, object> { ["started_at"] = new { gte = written.From, lte = written.To } };
        if (hangupCause is not null)
        {
            where["hangup_cause"] = hangupCause;
        }

        return JsonSerializer.Serialize(new { where, order = "started_at DESC" });
    }

    // A short page is no sign of the end, and a provider that ignores the filter would page through its whole history.
    private static bool IsLast(JsonElement body, int page, Api4ComCall[] calls, int news, DateTimeOffset from) =>
        calls.Length == 0
        || IsLastByEnvelope(body.Field("meta", "metadata"), page) is true
        || (IsLastByEnvelope(body.Field("meta", "metadata"), page) is null && news == 0)
        || Array.TrueForAll(calls, call => call.StartedAt is { Year: >= 2000 } && call.StartedAt < from - _clockDoubt);

    private static bool? IsLastByEnvelope(JsonElement? envelope, int page)
    {
        if (envelope is not { ValueKind: JsonValueKind.Object } meta)
        {
            return null;
        }

        if (meta.Whole("totalPageCount") is { } total)
        {
            return (meta.Whole("currentPage") ?? page) >= total;
        }

        return meta.TryGetProperty("nextPage", out var next) ? next.ValueKind == JsonValueKind.Null : null;
    }
}
