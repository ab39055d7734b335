using System.Text.Json;
using CrmVoip.Api4Com.Models;

namespace CrmVoip.Api4Com;

/// <summary>
/// Registers our webhook. The provider keeps one registration per gateway name and user, and answers 200 even when it
/// altered what was sent: so only our own is touched, and it is read back.
/// </summary>
internal sealed class Api4ComWebhookRegistrar(Api4ComTransport transport, TimeSpan timeout)
{
    /// <summary>The one gateway that is known to report every call, also those dialled by SIP.</summary>
    private const string Unfiltered = "webhook";

    private static readonly string[] _events = ["channel-answer", "channel-hangup"];

    public async Task<WebhookRegistration> RegisterAsync(Api4ComAccount account, Uri url, string gateway, CancellationToken ct)
    {
        var known = await ListAsync(account, ct);
        var slot = known.FirstOrDefault(i => i.Gateway == Unfiltered);
        if (slot is null or { Url: null } || IsOurs(slot.Url, url))
        {
            return await SaveAsync(account, Body(Unfiltered, url, "v1.4", new { }, slot), url, Unfiltered, ct)
                ? WebhookRegistration.Complete
                : WebhookRegistration.Refused;
        }

        return await SaveFilteredAsync(account, url, gateway, known, ct) ? WebhookRegistration.DialerOnly : WebhookRegistration.Refused;
    }

    // The documentation and what integrators run disagree on version and constraint; what is read back decides.
    private async Task<bool> SaveFilteredAsync(Api4ComAccount account, Uri url, string gateway, List<Api4ComIntegration> known, CancellationToken ct)
    {
        var own = known.FirstOrDefault(i => i.Gateway == gateway);
        if (await SaveAsync(account, Body(gateway, url, "1.8", new { metadata = new { gateway } }, own), url, gateway, ct))
        {
            return true;
        }

        own = (await ListAsync(account, ct)).FirstOrDefault(i => i.Gateway == gateway);
        return await SaveAsync(account, Body(gateway, url, "v1.4", new { gateway }, own), url, gateway, ct);
    }

    /// <summary>The provider has no way to delete one: ours is switched off and loses its address, which holds a secret.</summary>
    public async Task UnregisterAsync(Api4ComAccount account, Uri url, CancellationToken ct)
    {
        foreach (var own in (await ListAsync(account, ct)).Where(i => i.Url is not null && IsOurs(i.Url, url)))
        {
            var body = new Dictionary<string, object>
            {
                ["gateway"] = own.Gateway,
                ["webhook"] = false,
                ["metadata"] = new { webhookUrl = "", webhookTypes = Array.Empty<string>() },
            };
            if (own.Id is { } id)
            {
                body["id"] = id;
            }

            await transport.SendAsync(new Api4ComRequest(account, HttpMethod.Patch, "integrations", timeout, body), ct);
        }
    }

    private async Task<bool> SaveAsync(Api4ComAccount account, object body, Uri url, string gateway, CancellationToken ct)
    {
        await transport.SendAsync(new Api4ComRequest(account, HttpMethod.Patch, "integrations", timeout, body), ct);
        var saved = (await ListAsync(account, ct)).FirstOrDefault(i => i.Gateway == gateway);
        return saved is { Enabled: true }
            && saved.Url == url.AbsoluteUri
            && _events.All(saved.Events.Contains)
            && (gateway == Unfiltered ? saved.Constraint is null : saved.Constraint is not null);
    }

    private static Dictionary<string, object> Body(string gateway, Uri url, string version, object constraint, Api4ComIntegration? existing)
    {
        var body = new Dictionary<string, object>
        {
            ["gateway"] = gateway,
            ["webhook"] = true,
            ["webhookConstraint"] = constraint,
            ["metadata"] = new { webhookUrl = url.AbsoluteUri, webhookVersion = version, webhookTypes = _events },
        };
        if (existing?.Id is { } id)
        {
            body["id"] = id;
        }

        return body;
    }

    private async Task<List<Api4ComIntegration>> ListAsync(Api4ComAccount account, CancellationToken ct)
    {
        var body = await transport.SendAsync(new Api4ComRequest(account, HttpMethod.Get, "integrations", timeout), ct);
        var rows = body.Rows() ?? throw new Api4ComException(Api4ComErrorKind.UnexpectedAnswer);
        return [.. rows.EnumerateArray().Where(row => row.ValueKind == JsonValueKind.Object).Select(Api4ComIntegration.Read)];
    }

    // The secret is the last segment and changes; what stands before it names us and the organization.
    private static bool IsOurs(string registered, Uri url) =>
        registered.StartsWith(new Uri(url, ".").AbsoluteUri, StringComparison.OrdinalIgnoreCase);
}
