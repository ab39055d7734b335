using System.Net;
using System.Text;
using System.Text.Json;
using CrmVoip.IntegrationTests.Infra;

namespace CrmVoip.IntegrationTests.Entrada;

/// <summary>Somebody, signed in or not, who asks badly over a real socket. The cookies stay as they were, whatever is answered.</summary>
public sealed class PessoaRuim(string nome, Uri raiz, string cookies, string antiforgery) : IDisposable
{
    private readonly HttpClient _http = new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        Expect100ContinueTimeout = TimeSpan.FromSeconds(30),
        RequestHeaderEncodingSelector = (_, _) => Encoding.UTF8,
    });

    /// <param name="produto">Its address.</param>
    /// <param name="pessoa">Null for somebody who is not signed in.</param>
    public static async Task<PessoaRuim> EntrarAsync(Uri produto, PessoaDeTeste? pessoa)
    {
        var pote = new CookieContainer();
        using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = pote }) { BaseAddress = produto };
        if (pessoa is not null)
        {
            await new ClienteDeTeste(http, "").EntrarAsync(pessoa.Email, PessoaDeTeste.Senha);
        }

        var pagina = await ClienteDeTeste.PaginaAsync(await http.GetAsync(pessoa is null ? "/conta/entrar" : "/conta/organizacoes"));
        return new PessoaRuim(pessoa?.Papel.ToString() ?? "Nobody", produto, pote.GetCookieHeader(produto), ClienteDeTeste.Antiforgery(pagina));
    }

    public void Dispose() => _http.Dispose();

    /// <summary>What is wrong with the answer; null when nothing is.</summary>
    public async Task<string?> PedirAsync(Alvo alvo, CasoRuim caso, bool emJson, int resta = 3)
    {
        using var pedido = new HttpRequestMessage(new HttpMethod(alvo.Metodo == "*" ? "GET" : alvo.Metodo), new Uri(raiz, alvo.Caminho));
        pedido.Headers.TryAddWithoutValidation("Cookie", cookies);
        if (alvo.Insegura)
        {
            pedido.Headers.TryAddWithoutValidation("X-CSRF-TOKEN", antiforgery);
        }

        pedido.Headers.TryAddWithoutValidation("Accept", emJson ? "application/json" : "text/html,application/xhtml+xml");
        caso.Estragar(pedido);
        try
        {
            using var resposta = await _http.SendAsync(pedido);
            return Falta(caso, resposta, await resposta.Content.ReadAsStringAsync(), emJson && !caso.Nome.StartsWith("Accept", StringComparison.Ordinal)) is { } falta ? $"{nome}: {alvo}, {caso.Nome}: {falta}" : null;
        }
        catch (HttpRequestException erro)
        {
            // The server closed the connection of the request before, whose body it did not want, while this one was written to it.
            return resta > 0 ? await PedirAsync(alvo, caso, emJson, resta - 1) : $"{nome}: {alvo}, {caso.Nome}: no answer, {erro.Message} {erro.InnerException?.Message}";
        }
    }

    public async Task<(HttpStatusCode Status, string? Tipo)> LerAsync(string metodo, string caminho)
    {
        using var pedido = new HttpRequestMessage(new HttpMethod(metodo), new Uri(raiz, caminho));
        pedido.Headers.TryAddWithoutValidation("Cookie", cookies);
        using var resposta = await _http.SendAsync(pedido);
        return (resposta.StatusCode, resposta.Content.Headers.ContentType?.MediaType);
    }

    private static string? Falta(CasoRuim caso, HttpResponseMessage resposta, string texto, bool emJson) => (int)resposta.StatusCode switch
    {
        >= 500 and var status => $"{status}",
        >= 400 and var status when caso.Nome != "HEAD" && !(caso.DoServidor && texto.Length == 0) && !Claro(texto, emJson) =>
            $"{status} says {(emJson ? "no mensagem" : "nothing")}: {texto.ReplaceLineEndings(" ")[..Math.Min(texto.Length, 150)]}",
        _ => null,
    };

    // A page, or the form of a dialog with its messages.
    private static bool Claro(string texto, bool emJson) =>
        (!emJson && (texto.Contains("<h1", StringComparison.Ordinal) || texto.Contains("<form", StringComparison.Ordinal))) || TemMensagem(texto);

    private static bool TemMensagem(string texto)
    {
        try
        {
            using var json = JsonDocument.Parse(texto);
            return json.RootElement.GetProperty("mensagem").GetString() is { Length: > 0 };
        }
        catch (Exception erro) when (erro is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return false;
        }
    }
}
