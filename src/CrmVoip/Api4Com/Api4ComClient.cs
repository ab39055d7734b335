using System.Globalization;
using System.Net;
using System.Text.Json;
using CrmVoip.Api4Com.Models;
using CrmVoip.Api4Com.Network;
using Microsoft.Extensions.Options;

namespace CrmVoip.Api4Com;

/// <summary>API4COM's REST API. Every method throws Api4ComException, and nothing else, when the provider fails.</summary>
public sealed class Api4ComClient
{
    private readonly Api4ComOptions _options;
    private readonly Api4ComTransport _transport;
    private readonly Api4ComCallPages _pages;

    public Api4ComClient(HttpClient http, IOptions<Api4ComOptions> options, AddressGuard guard, TimeProvider time)
    {
        _options = options.Value;
        _transport = new Api4ComTransport(http, _options, guard, time);
        _pages = new Api4ComCallPages(_transport, _options, time);
    }

    public async Task<Api4ComUser> GetCurrentUserAsync(Api4ComAccount account, CancellationToken ct)
    {
        var body = await GetAsync(account, "users/me", ct);
        var user = body.Field("data") is { ValueKind: JsonValueKind.Object } wrapped ? wrapped : body;
        return user.Text("email") is { } email
            ? new Api4ComUser(email, user.Text("name"), user.Text("role"))
            : throw new Api4ComException(Api4ComErrorKind.UnexpectedAnswer);
    }

    public Task<IReadOnlyList<Api4ComExtension>> GetExtensionsAsync(Api4ComAccount account, CancellationToken ct) =>
        ExtensionsAsync(account, Api4ComExtension.Read, ct);

    /// <summary>The only way out for the passwords of ramais: for the server that seals them, never for a page or a log.</summary>
    public Task<IReadOnlyList<Api4ComExtensionSecret>> GetExtensionSecretsAsync(Api4ComAccount account, CancellationToken ct) =>
        ExtensionsAsync(account, Api4ComExtensionSecret.Read, ct);

    /// <summary>Proves the token and learns where its ramais live.</summary>
    public async Task<Api4ComConnection> ConnectAsync(Api4ComAccount account, CancellationToken ct)
    {
        var user = await GetCurrentUserAsync(account, ct);
        var extensions = await GetExtensionsAsync(account, ct);
        var first = extensions.Count > 0 ? extensions[0] : null;
        return new Api4ComConnection(user, first?.Domain, first?.WssUrl, extensions.Count);
    }

    /// <summary>
    /// Calls that started in the window, whatever clock the provider keeps, newest first. Each page is told as soon as it was
    /// read: what comes after it may fail.
    /// </summary>
    public Task<Api4ComCallList> GetCallsAsync(
        Api4ComAccount account, Api4ComWindow window, Func<IReadOnlyList<Api4ComCall>, Task> eachPage, CancellationToken ct) =>
        _pages.ReadAsync(account, window, eachPage, ct);

    public Task<WebhookRegistration> RegisterWebhookAsync(Api4ComAccount account, Uri url, string gateway, CancellationToken ct) =>
        new Api4ComWebhookRegistrar(_transport, _options.RequestTimeout).RegisterAsync(account, url, gateway, ct);

    /// <summary>Takes back what RegisterWebhookAsync left at the provider; registrations of others stay as they are.</summary>
    public Task UnregisterWebhookAsync(Api4ComAccount account, Uri url, CancellationToken ct) =>
        new Api4ComWebhookRegistrar(_transport, _options.RequestTimeout).UnregisterAsync(account, url, ct);

    /// <summary>
    /// Asks the provider to ring the ramal and then dial. Sent once: repeating it would call the customer twice.
    /// A Timeout means "in progress", not failure.
    /// </summary>
    /// <returns>A handle for HangupAsync only: it is not the id of the call in webhooks and lists. Null when the answer holds none.</returns>
    public async Task<string?> DialAsync(
        Api4ComAccount account,
        string extension,
        string phone,
        IReadOnlyDictionary<string, string> metadata,
        CancellationToken ct)
    {
        var request = new Api4ComRequest(account, HttpMethod.Post, "dialer", _options.DialTimeout, new { extension, phone, metadata });
        var answer = await _transport.SendAsync(request, ct);
        return answer.Text("id") ?? answer.Field("data")?.Text("id");
    }

    /// <returns>False when the provider knows no such call any more.</returns>
    public async Task<bool> HangupAsync(Api4ComAccount account, string dialId, CancellationToken ct)
    {
        var path = string.Create(CultureInfo.InvariantCulture, $"calls/{Uri.EscapeDataString(dialId)}/hangup");
        try
        {
            await _transport.SendAsync(new Api4ComRequest(account, HttpMethod.Post, path, _options.RequestTimeout), ct);
            return true;
        }
        catch (Api4ComException error) when (error.Status == HttpStatusCode.NotFound)
        {
            return false;
        }
    }

    private async Task<IReadOnlyList<T>> ExtensionsAsync<T>(Api4ComAccount account, Func<JsonElement, bool, T?> read, CancellationToken ct)
        where T : class
    {
        var rows = (await GetAsync(account, "extensions", ct)).Rows() ?? throw new Api4ComException(Api4ComErrorKind.UnexpectedAnswer);
        return [.. rows.EnumerateArray().Select(row => read(row, _options.AllowLocal)).OfType<T>()];
    }

    private Task<JsonElement> GetAsync(Api4ComAccount account, string path, CancellationToken ct) =>
        _transport.SendAsync(new Api4ComRequest(account, HttpMethod.Get, path, _options.RequestTimeout), ct);
}
