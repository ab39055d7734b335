using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace CrmVoip.LoadBench;

/// <summary>A person who signed in by the product's own form, at their organization.</summary>
public sealed partial class Browser : IDisposable
{
    // The demonstration's public one.
    private const string Password = "demonstracao-2026";
    private readonly CookieContainer _cookies = new();
    private readonly HttpClient _http;
    private readonly Uri _address;
    private readonly Scene _scene;

    private Browser(Uri address, Scene scene)
    {
        _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = _cookies }) { BaseAddress = address };
        (_address, _scene) = (address, scene);
        // The first steps were closed: they belong to the first day.
        _cookies.Add(address, new Cookie($"passos.{scene.Person:N}", "1"));
    }

    public string Cookies => _cookies.GetCookieHeader(Address("/oportunidades"));

    public static async Task<Browser> SignInAsync(Uri address, Scene scene)
    {
        var browser = new Browser(address, scene);
        var page = await browser._http.GetStringAsync("/conta/entrar");
        using var form = new FormUrlEncodedContent(
            [new("Email", scene.Email), new("Senha", Password), new("__RequestVerificationToken", WebUtility.HtmlDecode(TokenField().Match(page).Groups[1].Value))]);
        using var answer = await browser._http.PostAsync("/conta/entrar", form);
        if (answer.StatusCode != HttpStatusCode.Redirect)
        {
            throw new WrongAnswerException($"{scene.Email} could not sign in: {(int)answer.StatusCode}.");
        }

        var board = await browser.GetAsync("/oportunidades");
        browser._http.DefaultRequestHeaders.Add("X-CSRF-TOKEN", WebUtility.HtmlDecode(TokenMeta().Match(board).Groups[1].Value));
        return browser;
    }

    public Uri Address(string path) => new(_address, $"/o/{_scene.Slug}{path}");

    public async Task<string> GetAsync(string path)
    {
        using var answer = await _http.GetAsync(Address(path));
        return await ReadAsync(answer);
    }

    public Task<string> PostAsync(string path, object body) => SendAsync(HttpMethod.Post, path, JsonContent.Create(body, options: JsonSerializerOptions.Web));

    public Task<string> PutAsync(string path, object body) => SendAsync(HttpMethod.Put, path, JsonContent.Create(body, options: JsonSerializerOptions.Web));

    public Task<string> PostFormAsync(string path, Dictionary<string, string> fields) => SendAsync(HttpMethod.Post, path, new FormUrlEncodedContent(fields));

    public void Dispose() => _http.Dispose();

    private async Task<string> SendAsync(HttpMethod method, string path, HttpContent content)
    {
        using var request = new HttpRequestMessage(method, Address(path)) { Content = content };
        using var answer = await _http.SendAsync(request);
        return await ReadAsync(answer);
    }

    private static async Task<string> ReadAsync(HttpResponseMessage answer)
    {
        var text = await answer.Content.ReadAsStringAsync();
        return answer.StatusCode == HttpStatusCode.OK
            ? text
            : throw new WrongAnswerException($"{answer.RequestMessage!.Method} {answer.RequestMessage.RequestUri} answered {(int)answer.StatusCode}.");
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]*value=\"([^\"]+)\"")]
    private static partial Regex TokenField();

    [GeneratedRegex("name=\"csrf-token\" content=\"([^\"]+)\"")]
    private static partial Regex TokenMeta();
}
