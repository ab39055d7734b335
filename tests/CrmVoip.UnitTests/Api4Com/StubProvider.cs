using System.Net;
using System.Text;
using CrmVoip.Api4Com;
using CrmVoip.Api4Com.Network;

namespace CrmVoip.UnitTests.Api4Com;

/// <summary>Answers in the provider's place and remembers what it was asked.</summary>
internal sealed class StubProvider
{
    public const string Token = "token-that-must-not-leak";

    private readonly Queue<Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>>> _answers = new();

    public List<(HttpMethod Method, string Url, string Body, string? Authorization)> Requests { get; } = [];

    public Api4ComOptions Options { get; } = new()
    {
        RequestTimeout = TimeSpan.FromMinutes(1),
        DialTimeout = TimeSpan.FromMinutes(1),
        PageSpacing = TimeSpan.FromMilliseconds(1),
        RetryDelay = TimeSpan.FromMilliseconds(1),
        LongestRetryAfter = TimeSpan.FromMilliseconds(20),
        MaxPages = 5,
    };

    public Api4ComAccount Account { get; } = new("https://api.example.com/api/v1", Token);

    public Api4ComClient Client => new(
        new HttpClient(new Handler(this)) { Timeout = Timeout.InfiniteTimeSpan },
        Microsoft.Extensions.Options.Options.Create(Options),
        new AddressGuard(Options.AllowLocal, []),
        TimeProvider.System);

    public StubProvider Answer(string json, HttpStatusCode status = HttpStatusCode.OK, string? retryAfter = null)
    {
        _answers.Enqueue((_, _) =>
        {
            var response = new HttpResponseMessage(status) { Content = new StringContent(json, Encoding.UTF8, "application/json") };
            if (retryAfter is not null)
            {
                response.Headers.TryAddWithoutValidation("Retry-After", retryAfter);
            }

            return Task.FromResult(response);
        });
        return this;
    }

    public StubProvider Fail(Exception error)
    {
        _answers.Enqueue((_, _) => Task.FromException<HttpResponseMessage>(error));
        return this;
    }

    public StubProvider Hang()
    {
        Options.RequestTimeout = Options.DialTimeout = TimeSpan.FromSeconds(2);
        _answers.Enqueue(async (_, ct) =>
        {
            await Task.Delay(Timeout.Infinite, ct);
            throw new InvalidOperationException();
        });
        return this;
    }

    private async Task<HttpResponseMessage> AnswerAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
        var authorization = request.Headers.TryGetValues("Authorization", out var values) ? string.Join(',', values) : null;
        Requests.Add((request.Method, Uri.UnescapeDataString(request.RequestUri!.AbsoluteUri), body, authorization));
        return _answers.TryDequeue(out var answer)
            ? await answer(request, cancellationToken)
            : throw new InvalidOperationException($"Unexpected request: {request.Method} {request.RequestUri}");
    }

    private sealed class Handler(StubProvider provider) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            provider.AnswerAsync(request, cancellationToken);
    }
}
