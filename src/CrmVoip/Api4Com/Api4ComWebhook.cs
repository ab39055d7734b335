using System.Text.Json;
using CrmVoip.Text;

namespace CrmVoip.Api4Com;

public enum Api4ComWebhookType
{
    Unknown,
    Answered,
    HungUp,
}

/// <summary>A webhook of version v1.4 or 1.8, in any of the spellings seen. Times are UTC.</summary>
public sealed record Api4ComWebhook
{
    public required string CallId { get; init; }

    public Api4ComWebhookType Type { get; init; }

    public required string TypeName { get; init; }

    public string? Domain { get; init; }

    public bool Inbound { get; init; }

    public string? Caller { get; init; }

    public string? Called { get; init; }

    public DateTimeOffset? StartedAt { get; init; }

    public DateTimeOffset? AnsweredAt { get; init; }

    /// <summary>An answer time was sent and could not be read, which is not the same as none.</summary>
    public bool AnsweredUnreadable { get; init; }

    public DateTimeOffset? EndedAt { get; init; }

    public int? DurationSeconds { get; init; }

    public string? HangupCause { get; init; }

    public string? RecordingUrl { get; init; }

    /// <summary>Comes back from the metadata of POST /dialer; a call dialled by SIP has none.</summary>
    public string? AttemptId { get; init; }

    /// <summary>Null when the body is not JSON, or names no call.</summary>
    public static Api4ComWebhook? Parse(string body, Api4ComOptions options)
    {
        try
        {
            using var document = JsonDocument.Parse(JsonInteiro.De(body));
            return Read(document.RootElement, new Api4ComClock(options.Clock));
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static Api4ComWebhook? Read(JsonElement root, Api4ComClock clock)
    {
        var typeName = root.Text("eventType", "event", "type");
        if (root.Text("id", "callId", "uniqueId") is not { } callId || typeName is null)
        {
            return null;
        }

        var caller = root.Code("caller", "callerIdNumber", "from");
        var direction = root.Text("direction", "callType");
        var answered = root.Text("answeredAt");
        return new Api4ComWebhook
        {
            CallId = callId,
            TypeName = typeName,
            Type = TypeOf(typeName),
            Domain = root.Code("domain"),
            Inbound = direction is null ? !IsExtension(caller) : string.Equals(direction, "inbound", StringComparison.OrdinalIgnoreCase),
            Caller = caller,
            Called = root.Code("called", "destination", "to"),
            StartedAt = clock.Read(root.Text("startedAt")),
            AnsweredAt = clock.Read(answered),
            AnsweredUnreadable = answered is not null && clock.Read(answered) is null,
            EndedAt = clock.Read(root.Text("endedAt")),
            DurationSeconds = root.Whole("duration"),
            HangupCause = root.Text("hangupCause"),
            RecordingUrl = root.Text("recordUrl"),
            AttemptId = root.Field("metadata")?.Code("attemptId"),
        };
    }

    private static Api4ComWebhookType TypeOf(string name) => name.Replace('_', '-').ToUpperInvariant() switch
    {
        "CHANNEL-ANSWER" => Api4ComWebhookType.Answered,
        "CHANNEL-HANGUP" => Api4ComWebhookType.HungUp,
        _ => Api4ComWebhookType.Unknown,
    };

    private static bool IsExtension(string? number) => number is { Length: > 0 and <= 6 };
}
