using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace CrmVoip.IntegrationTests.Infra;

/// <summary>A person's browser without the screen: cookies and real antiforgery tokens. Paths are inside the organization.</summary>
public sealed class ClienteDeTeste(HttpClient http, string raiz) : IDisposable
{
    private string? _antiforgery;

    public HttpClient Http => http;

    public async Task EntrarAsync(string email, string senha)
    {
        var pagina = await PaginaAsync(await http.GetAsync("/conta/entrar"));
        var resposta = await http.PostAsync("/conta/entrar", new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["Email"] = email,
            ["Senha"] = senha,
            ["__RequestVerificationToken"] = Antiforgery(pagina),
        }));
        Assert.Equal(HttpStatusCode.Redirect, resposta.StatusCode);
    }

    public Task<HttpResponseMessage> GetAsync(string caminho) => http.GetAsync(raiz + caminho);

    public async Task<IHtmlDocument> PaginaAsync(string caminho) => await PaginaAsync(await GetAsync(caminho));

    public static async Task<IHtmlDocument> PaginaAsync(HttpResponseMessage resposta) =>
        await new HtmlParser().ParseDocumentAsync(await resposta.Content.ReadAsStringAsync());

    public async Task<JsonElement> JsonAsync(string caminho) => await LerAsync(await GetAsync(caminho));

    public static async Task<JsonElement> LerAsync(HttpResponseMessage resposta) =>
        await resposta.Content.ReadFromJsonAsync<JsonElement>();

    public static string Antiforgery(IHtmlDocument pagina) =>
        pagina.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;

    public Task<HttpResponseMessage> PostAsync(string caminho, object? corpo = null) => EnviarAsync(HttpMethod.Post, caminho, corpo);

    public Task<HttpResponseMessage> PutAsync(string caminho, object corpo) => EnviarAsync(HttpMethod.Put, caminho, corpo);

    public async Task<HttpResponseMessage> FormAsync(string caminho, params (string Campo, string? Valor)[] campos)
    {
        using var pedido = new HttpRequestMessage(HttpMethod.Post, raiz + caminho)
        {
            Content = new FormUrlEncodedContent(campos
                .Append(("__RequestVerificationToken", await AntiforgeryAsync()))
                .Select(c => KeyValuePair.Create(c.Item1, c.Item2 ?? ""))),
        };
        return await http.SendAsync(pedido);
    }

    public void Dispose() => http.Dispose();

    public async Task<HttpResponseMessage> EnviarAsync(HttpMethod metodo, string caminho, object? corpo)
    {
        using var pedido = new HttpRequestMessage(metodo, raiz + caminho);
        pedido.Headers.Add("X-CSRF-TOKEN", await AntiforgeryAsync());
        pedido.Content = corpo as HttpContent ?? (corpo is null ? null : JsonContent.Create(corpo));
        return await http.SendAsync(pedido);
    }

    private async Task<string> AntiforgeryAsync()
    {
        if (_antiforgery is null)
        {
            var pagina = await PaginaAsync(await http.GetAsync("/conta/organizacoes"));
            _antiforgery = Antiforgery(pagina);
        }

        return _antiforgery;
    }
}
