using System.Net;
using System.Text;
using System.Text.Json;
using CrmVoip.Api4Com.Network;
using CrmVoip.Text;
using Polly;

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
    private const int LongestErrorText = 100;

    private readonly ResiliencePipeline<HttpResponseMessage> _patient = PatientPipeline.Create(options, time);

    public async Task<JsonElement> SendAsync(Api4ComRequest request, CancellationToken ct)
    {
        if (!guard.AllowsUrl(request.Account.BaseUrl))
        {
            throw new Api4ComException(Api4ComErrorKind.AddressNotAllowed);
        }

        try
        {
            using var response = request.Patient
                ? await _patient.ExecuteAsync(async token => await SendOnceAsync(request, token), ct)
                : await SendOnceAsync(request, ct);
            return await ReadAsync(response, ct);
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

    private async Task<HttpResponseMessage> SendOnceAsync(Api4ComRequest request, CancellationToken ct)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(request.Timeout);
        using var message = Message(request);
        return await http.SendAsync(message, limit.Token);
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

    private static async Task<JsonElement> ReadAsync(HttpResponseMessage response, CancellationToken ct)
    {
        var body = await ParseAsync(response, ct);
        if (!response.IsSuccessStatusCode)
        {
            throw new Api4ComException(
                KindOf(response.StatusCode, body is not null), response.StatusCode, ErrorText(body, "name"), reason: ErrorText(body, "message"));
        }

        if (body is not { ValueKind: JsonValueKind.Object or JsonValueKind.Array } answer)
        {
            throw new Api4ComException(Api4ComErrorKind.UnexpectedAnswer, response.StatusCode);
        }

        // Some answers say 200 and hold an error.
        return Error(answer) is null
            ? answer
            : throw new Api4ComException(
                Api4ComErrorKind.Other, response.StatusCode, ErrorText(answer, "name"), reason: ErrorText(answer, "message"));
    }

    private static async Task<JsonElement?> ParseAsync(HttpResponseMessage response, CancellationToken ct)
    {
        try
        {
            using var document = JsonDocument.Parse(JsonInteiro.De(await TextAsync(response, ct)));
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            return null;
        }
    }

    // JSON is UTF-8, whatever the header says; what is none becomes U+FFFD instead of an error at the field that holds it.
    private static async Task<string> TextAsync(HttpResponseMessage response, CancellationToken ct) =>
        Encoding.UTF8.GetString(await response.Content.ReadAsByteArrayAsync(ct)).TrimStart('\uFEFF');

    private static JsonElement? Error(JsonElement body) =>
        (body.Field("error") ?? body.Field("data")?.Field("error")) is { ValueKind: JsonValueKind.Object or JsonValueKind.String } error ? error : null;

    private static string? ErrorText(JsonElement? body, string field)
    {
        var text = body is { } answer && Error(answer) is { } error
            ? error.ValueKind == JsonValueKind.String ? error.GetString() : error.Text(field) ?? error.Text("message")
            : null;
        return text?.Cortado(LongestErrorText);
    }

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
