using System.Text.Json;

namespace CrmVoip.Api4Com.Models;

/// <summary>A row of GET /calls. There is no answer time in it; Duration is talk time in seconds. Times are UTC.</summary>
public sealed record Api4ComCall
{
    public required string Id { get; init; }

    public string? Domain { get; init; }

    public bool Inbound { get; init; }

    public string? From { get; init; }

    public string? To { get; init; }

    public DateTimeOffset? StartedAt { get; init; }

    public DateTimeOffset? EndedAt { get; init; }

    public int? DurationSeconds { get; init; }

    public string? HangupCause { get; init; }

    public string? RecordingUrl { get; init; }

    public string? CallerId { get; init; }

    public decimal? Price { get; init; }

    /// <summary>Comes back from the metadata of POST /dialer; a call dialled by SIP has none.</summary>
    public string? AttemptId { get; init; }

    internal static Api4ComCall? Read(JsonElement row, Api4ComClock clock) =>
        row.Text("id", "uuid", "callId") is not { } id
            ? null
            : new Api4ComCall
            {
                Id = id,
                Domain = row.Code("domain"),
                Inbound = string.Equals(row.Text("callType", "direction"), "inbound", StringComparison.OrdinalIgnoreCase),
                From = row.Code("from", "caller", "callerIdNumber"),
                To = row.Code("to", "called", "destination"),
                StartedAt = clock.Read(row.Text("startedAt")),
                EndedAt = clock.Read(row.Text("endedAt")),
                DurationSeconds = row.Whole("duration"),
                HangupCause = row.Text("hangupCause"),
                RecordingUrl = row.Text("recordUrl"),
                CallerId = row.Code("bina"),
                Price = row.Number("callPrice"),
                AttemptId = row.Field("metadata")?.Code("attemptId"),
            };
}
