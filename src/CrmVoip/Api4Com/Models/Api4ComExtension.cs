using System.Text.Json;

namespace CrmVoip.Api4Com.Models;

/// <summary>A ramal as the provider lists it. Its answer holds the SIP password in clear: that field is not read here.</summary>
public sealed record Api4ComExtension
{
    public required string Number { get; init; }

    public required string Domain { get; init; }

    public string? Email { get; init; }

    public string? DisplayName { get; init; }

    public string? CallerId { get; init; }

    public bool RecordsAudio { get; init; }

    public required string WssUrl { get; init; }

    /// <param name="row">One row of GET /extensions.</param>
    /// <param name="allowLocal">Believe a plain ws:// address in the row: the simulator has no certificate.</param>
    internal static Api4ComExtension? Read(JsonElement row, bool allowLocal)
    {
        if (row.Code("ramal", "extension", "number") is not { } number || row.Code("domain") is not { } domain
            || Uri.CheckHostName(domain) != UriHostNameType.Dns)
        {
            return null;
        }

        return new Api4ComExtension
        {
            Number = number,
            Domain = domain,
            Email = row.Code("emailAddress", "email"),
            DisplayName = string.Join(' ', new[] { row.Text("firstName"), row.Text("lastName") }.OfType<string>()) is { Length: > 0 } name ? name : null,
            CallerId = row.Code("bina"),
            RecordsAudio = row.Flag("gravarAudio"),
            WssUrl = allowLocal && SocketAddress(row.Text("wssUrl")) is { } local ? local : Api4ComAccount.WssUrlOf(domain),
        };
    }

    private static string? SocketAddress(string? text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "ws" or "wss" ? uri.AbsoluteUri : null;
}
