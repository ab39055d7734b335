using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace CrmVoip.E2ETests.Infra;

/// <summary>Reads every text the browser receives.</summary>
public sealed class Espiao
{
    private readonly ConcurrentBag<Task<(string Url, string Texto)>> _textos = [];

    public Espiao(IBrowserContext contexto) => contexto.Response += (_, resposta) =>
    {
        if (resposta.Status is >= 200 and < 600 and not 204 and not (>= 300 and < 400) && EhTexto(resposta))
        {
            _textos.Add(LerAsync(resposta));
        }
    };

    public async Task NadaContemAsync(params string[] segredos)
    {
        var textos = await Task.WhenAll(_textos);
        Assert.NotEmpty(textos);
        Assert.All(textos, texto => Assert.All(segredos, segredo =>
            Assert.False(texto.Texto.Contains(segredo, StringComparison.OrdinalIgnoreCase), $"{texto.Url} contains {segredo}")));
    }

    private static bool EhTexto(IResponse resposta) =>
        resposta.Headers.TryGetValue("content-type", out var tipo) && (tipo.Contains("text/html", StringComparison.Ordinal) || tipo.Contains("json", StringComparison.Ordinal));

    private static async Task<(string Url, string Texto)> LerAsync(IResponse resposta) => (resposta.Url, await resposta.TextAsync());
}
