using System.Text.Json;

namespace CrmVoip.Api4Com.Models;

/// <summary>One webhook registration of the token's user.</summary>
internal sealed record Api4ComIntegration(JsonElement? Id, string Gateway, bool Enabled, string? Url, string[] Events, string? Constraint)
{
    public static Api4ComIntegration Read(JsonElement row)
    {
        var metadata = row.Field("metadata") ?? default;
        return new Api4ComIntegration(
            row.Field("id"),
            row.Text("gateway") ?? "",
            row.Flag("webhook"),
            metadata.Text("webhookUrl"),
            metadata.Field("webhookTypes") is { ValueKind: JsonValueKind.Array } types
                ? [.. types.EnumerateArray().Select(t => t.ToString())]
                : [],
            row.Field("webhookConstraint") is { ValueKind: JsonValueKind.Object } constraint && constraint.EnumerateObject().Any()
                ? constraint.GetRawText()
                : null);
    }
}

public enum WebhookRegistration
{
    /// <summary>Every call of the account is reported.</summary>
    Complete,

    /// <summary>Only calls dialled through POST /dialer are reported: the unfiltered slot is in use by another system.</summary>
    DialerOnly,

    /// <summary>The provider refused or silently changed the registration.</summary>
    Refused,
}
