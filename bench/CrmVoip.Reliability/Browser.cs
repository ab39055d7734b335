using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace CrmVoip.Reliability;

/// <summary>A fact of the outbox: its id makes a repetition harmless.</summary>
public sealed record Fact(Guid Id, string Tipo, DateTimeOffset Em, object? Dados);

/// <summary>One person's page: signs in, and sends each request until it is taken, whatever dies meanwhile.</summary>
public sealed partial class Browser(Uri address, Line line) : IDisposable
{
    private static readonly TimeSpan _again = TimeSpan.FromMilliseconds(300);
    private static readonly TimeSpan _patience = TimeSpan.FromMinutes(3);
    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() })
    {
        BaseAddress = address,
        Timeout = TimeSpan.FromSeconds(10),
    };

    private string _antiforgery = "";

    /// <summary>Requests that were sent again because nothing, or no yes, came back.</summary>
    public int Repeats { get; private set; }

    public void Dispose() => _http.Dispose();

    public async Task SignInAsync(string password)
    {
        var page = await _http.GetStringAsync("/conta/entrar");
        await FormAsync("/conta/entrar", page, HttpStatusCode.Redirect, ("Email", line.Email), ("Senha", password));
        _antiforgery = Token(await _http.GetStringAsync("/conta/organizacoes"));
    }

    public async Task TakeExtensionAsync()
    {
        var page = await _http.GetStringAsync(Path("/ramais"));
        await FormAsync(
            Path("/ramais"), page, HttpStatusCode.Redirect,
            ("Extension", line.Extension), ("SipServer", line.Domain), ("Senha", $"ramal-{line.Extension}-{line.Organization}"), ("Status", "Ativo"));
    }

    /// <summary>The mode in which the call is to be dialled.</summary>
    public async Task<string> BeginAsync(Guid id, string number) =>
        (await UntilTakenAsync("/ligacoes", () => new { id, numero = number })).GetProperty("modo").GetString()!;

    public async Task TellAsync(Guid call, params IReadOnlyCollection<Fact> facts)
    {
        var taken = await UntilTakenAsync($"/ligacoes/{call}/eventos", () => new { eventos = facts, agora = DateTimeOffset.UtcNow });
        if (taken.GetProperty("aceitos").GetArrayLength() != facts.Count)
        {
            throw new InvalidOperationException($"Of {facts.Count} facts {taken} were accepted.");
        }
    }

    // The body is made anew each time: it says when it was sent.
    private async Task<JsonElement> UntilTakenAsync(string path, Func<object> body)
    {
        var end = DateTimeOffset.UtcNow + _patience;
        for (; ; Repeats++)
        {
            var (taken, why) = await TryAsync(path, body());
            if (taken is { } json)
            {
                return json;
            }

            if (DateTimeOffset.UtcNow > end)
            {
                throw new TimeoutException($"{line.Email} {path} was not taken: {why}");
            }

            await Task.Delay(_again);
        }
    }

    private async Task<(JsonElement? Taken, string Why)> TryAsync(string path, object body)
    {
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, Path(path)) { Content = JsonContent.Create(body, options: JsonSerializerOptions.Web) };
            request.Headers.Add("X-CSRF-TOKEN", _antiforgery);
            using var answer = await _http.SendAsync(request);
            return answer.IsSuccessStatusCode
                ? (await answer.Content.ReadFromJsonAsync<JsonElement>(), "")
                : (null, $"{(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
        }
        catch (Exception error) when (error is HttpRequestException or TaskCanceledException or JsonException)
        {
            return (null, error.Message);
        }
    }

    private async Task FormAsync(string path, string page, HttpStatusCode expected, params (string Name, string Value)[] fields)
    {
        var form = fields.Append(("__RequestVerificationToken", Token(page))).ToDictionary(f => f.Item1, f => f.Item2);
        using var content = new FormUrlEncodedContent(form);
        using var answer = await _http.PostAsync(path, content);
        if (answer.StatusCode != expected && answer.StatusCode != HttpStatusCode.OK)
        {
            throw new InvalidOperationException($"{line.Email} {path}: {(int)answer.StatusCode}");
        }
    }

    private string Path(string path) => $"/o/{line.Organization}{path}";

    private static string Token(string page) => WebUtility.HtmlDecode(TokenField().Match(page).Groups[1].Value);

    [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]*value=\"([^\"]+)\"")]
    private static partial Regex TokenField();
}
