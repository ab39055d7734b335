using System.Net;
using System.Text.Json;
using CrmVoip.Api4Com.Network;

namespace CrmVoip.Api4Com;

/// <summary>Patient: waits and repeats when told to slow down. For reading in the background only: people do not wait, and a dial must not repeat.</summary>
internal sealed record Api4ComRequest(
    Api4ComAccount Account,
    HttpMethod Method,
    string Path,
    TimeSpan Timeout,
    object? Body = null,
    bool Patient = false);

/// <summary>Sends one request and turns everything that can go wrong into an Api4ComException.</summary>
internal sealed class Api4ComTransport(HttpClient http, Api4ComOptions options, AddressGuard guard, TimeProvider time)
{
    public async Task<JsonElement> SendAsync(Api4ComRequest request, CancellationToken ct)
    {
        if (!guard.AllowsUrl(request.Account.BaseUrl))
        {
            throw new Api4ComException(Api4ComErrorKind.AddressNotAllowed);
        }

        for (var attempt = 0; ; attempt++)
        {
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
            limit.CancelAfter(request.Timeout);
            try
            {
                using var message = Message(request);
                using var response = await http.SendAsync(message, limit.Token);
                if (request.Patient && attempt < options.MaxRetries && IsTransient(response.StatusCode))
                {
                    await Task.Delay(Pause(response, attempt), time, ct);
                    continue;
                }

                return await ReadAsync(response, limit.Token);
            }
            catch (OperationCanceledException error) when (!ct.IsCancellationRequested)
            {
                throw new Api4ComException(Api4ComErrorKind.Timeout, inner: error);
            }
            catch (HttpRequestException error)
            {
                throw new Api4ComException(KindOf(error), inner: error);
            }
        }
    }

    private static HttpRequestMessage Message(Api4ComRequest request)
    {
        var message = new HttpRequestMessage(request.Method, request.Account.At(request.Path))
        {
            Content = request.Body is null ? null : JsonContent.Create(request.Body),
        };
        // The bare token: the provider knows no "Bearer".
        message.Headers.TryAddWithoutValidation("Authorization", request.Account.Token);
        message.Headers.Accept.ParseAdd("application/json");
        return message;
    }

    private static bool IsTransient(HttpStatusCode status) =>
        status is HttpStatusCode.TooManyRequests or HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout;

    private TimeSpan Pause(HttpResponseMessage response, int attempt)
    {
        var asked = response.Headers.RetryAfter switch
        {
            { Delta: { } delta } => delta,
            { Date: { } date } => date - time.GetUtcNow(),
            _ => options.RetryDelay * Math.Pow(2, attempt),
        };
        return asked < TimeSpan.Zero ? TimeSpan.Zero : asked > options.LongestRetryAfter ? options.LongestRetryAfter : asked;
    }

    private static async Task<JsonElement> ReadAsync(HttpResponseMessage response, CancellationToken ct)
    {
        var body = await ParseAsync(response, ct);
        if (!response.IsSuccessStatusCode)
        {
            throw new Api4ComException(KindOf(response.StatusCode, body is not null), response.StatusCode, ErrorText(body));
        }

        if (body is not { ValueKind: JsonValueKind.Object or JsonValueKind.Array } answer)
        {
            throw new Api4ComException(Api4ComErrorKind.UnexpectedAnswer, response.StatusCode);
        }

        // Some answers say 200 and hold an error.
        return answer.Field("error") is { ValueKind: JsonValueKind.Object } or { ValueKind: JsonValueKind.String }
            ? throw new Api4ComException(Api4ComErrorKind.Other, response.StatusCode, ErrorText(answer))
            : answer;
    }

    private static async Task<JsonElement?> ParseAsync(HttpResponseMessage response, CancellationToken ct)
    {
        try
        {
            using var document = JsonDocument.Parse(await response.Content.ReadAsByteArrayAsync(ct));
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string? ErrorText(JsonElement? body) =>
        body?.Field("error") is { } error ? error.Text("name") ?? error.Text("message")?[..Math.Min(100, error.Text("message")!.Length)] : null;

    private static Api4ComErrorKind KindOf(HttpStatusCode status, bool speaksJson) => status switch
    {
        HttpStatusCode.Unauthorized => Api4ComErrorKind.TokenRefused,
        HttpStatusCode.Forbidden => Api4ComErrorKind.NoPermission,
        HttpStatusCode.TooManyRequests => Api4ComErrorKind.RateLimited,
        HttpStatusCode.RequestTimeout or HttpStatusCode.GatewayTimeout => Api4ComErrorKind.Timeout,
        >= HttpStatusCode.InternalServerError => Api4ComErrorKind.Other,
        _ => speaksJson ? Api4ComErrorKind.Other : Api4ComErrorKind.UnexpectedAnswer,
    };

    private static Api4ComErrorKind KindOf(HttpRequestException error) => error switch
    {
        { InnerException: AddressNotAllowedException } => Api4ComErrorKind.AddressNotAllowed,
        { HttpRequestError: HttpRequestError.InvalidResponse or HttpRequestError.ConfigurationLimitExceeded or HttpRequestError.ResponseEnded } =>
            Api4ComErrorKind.UnexpectedAnswer,
        _ => Api4ComErrorKind.Unreachable,
    };
}
