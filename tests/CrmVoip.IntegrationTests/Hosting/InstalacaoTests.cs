using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using CrmVoip.IntegrationTests.Infra;

namespace CrmVoip.IntegrationTests.Hosting;

/// <summary>What a browser needs to install the product and to say that there is no network, for anybody.</summary>
[Collection(AplicacaoFixture.Colecao)]
public sealed partial class InstalacaoTests(AplicacaoFixture app)
{
    [Fact]
    public async Task Manifest_is_linked_and_every_icon_it_names_is_there()
    {
        using var http = app.Cliente();
        var entrada = await ClienteDeTeste.PaginaAsync(await http.GetAsync("/conta/entrar"));
        var caminho = entrada.QuerySelector("link[rel=manifest]")!.GetAttribute("href");

        using var manifesto = JsonDocument.Parse(await LerAsync(http, caminho!, "application/manifest+json"));

        Assert.Equal("pt-BR", manifesto.RootElement.GetProperty("lang").GetString());
        var icones = manifesto.RootElement.GetProperty("icons").EnumerateArray().ToList();
        Assert.Contains(icones, i => i.GetProperty("purpose").GetString() == "maskable");
        foreach (var icone in icones)
        {
            var resposta = await http.GetAsync(icone.GetProperty("src").GetString());
            Assert.Equal(icone.GetProperty("type").GetString(), resposta.Content.Headers.ContentType!.MediaType);
        }

        var daApple = entrada.QuerySelector("link[rel=apple-touch-icon]")!.GetAttribute("href");
        Assert.Equal(HttpStatusCode.OK, (await http.GetAsync(daApple)).StatusCode);
    }

    /// <summary>What the worker keeps is the same for everybody: no address of it is a page of the product.</summary>
    [Fact]
    public async Task Worker_is_asked_for_each_time_and_everything_it_keeps_is_an_asset()
    {
        using var http = app.Cliente();

        var trabalhador = await LerAsync(http, "/sw.js", "text/javascript");

        var guardadas = Caminho().Matches(trabalhador).Select(m => m.Groups[1].Value).ToList();
        Assert.Equal(["/offline/sem-rede.html", "/offline/sem-rede.js", "/dist/app.css", "/icons/icones.svg"], guardadas);
        foreach (var guardada in guardadas)
        {
            await LerAsync(http, guardada, null);
        }
    }

    private static async Task<string> LerAsync(HttpClient http, string caminho, string? tipo)
    {
        var resposta = await http.GetAsync(caminho);
        Assert.True(resposta.IsSuccessStatusCode, $"{caminho}: {(int)resposta.StatusCode}");
        Assert.Equal(tipo ?? resposta.Content.Headers.ContentType!.MediaType, resposta.Content.Headers.ContentType!.MediaType);
        Assert.True(resposta.Headers.CacheControl!.NoCache, $"{caminho}: {resposta.Headers.CacheControl}");
        Assert.False(resposta.Headers.Contains("Set-Cookie"), caminho);
        return await resposta.Content.ReadAsStringAsync();
    }

    [GeneratedRegex("\"(/[^\"]+)\"")]
    private static partial Regex Caminho();
}
