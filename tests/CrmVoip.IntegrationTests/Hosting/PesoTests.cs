using CrmVoip.IntegrationTests.Infra;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace CrmVoip.IntegrationTests.Hosting;

/// <summary>What makes answers small, and when it must not: the length of a compressed page tells what stands in it.</summary>
[Collection(AplicacaoFixture.Colecao)]
public sealed class PesoTests(AplicacaoFixture app)
{
    [Theory]
    [InlineData("same-origin", true)]
    [InlineData("none", true)]
    [InlineData("cross-site", false)]
    [InlineData("same-site", false)]
    [InlineData(null, false)]
    public async Task Page_is_compressed_unless_another_site_may_have_asked_for_it(string? origem, bool comprimida)
    {
        using var http = Cliente();

        var resposta = await http.SendAsync(Pedido(HttpMethod.Get, "/conta/entrar", origem));

        Assert.Equal(comprimida ? ["br"] : [], resposta.Content.Headers.ContentEncoding);
    }

    [Fact]
    public async Task Answer_to_a_form_is_never_compressed()
    {
        using var http = Cliente();

        var resposta = await http.SendAsync(Pedido(HttpMethod.Post, "/conta/entrar", "same-origin"));

        Assert.Empty(resposta.Content.Headers.ContentEncoding);
    }

    [Fact]
    public async Task What_the_bundler_named_by_its_content_may_be_kept_forever()
    {
        using var http = Cliente();
        var comHash = app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Select(e => "/" + e.RoutePattern.RawText!.TrimStart('/'))
            .Where(r => r.Count(c => c == '.') == 1 && (r.StartsWith("/dist/libwebphone-", StringComparison.Ordinal) || r.StartsWith("/dist/inter-", StringComparison.Ordinal)))
            .Distinct()
            .ToArray();
        Assert.True(comHash.Length >= 2, string.Join(' ', comHash));

        foreach (var recurso in comHash)
        {
            Assert.Contains("immutable", (await http.GetAsync(recurso)).Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        }

        Assert.DoesNotContain("immutable", (await http.GetAsync("/dist/libwebphone-AAAAAAAA.js")).Headers.CacheControl!.ToString(), StringComparison.Ordinal);
    }

    private static HttpRequestMessage Pedido(HttpMethod metodo, string caminho, string? origem)
    {
        var pedido = new HttpRequestMessage(metodo, caminho) { Headers = { { "Accept-Encoding", "br" } } };
        if (origem is not null)
        {
            pedido.Headers.Add("Sec-Fetch-Site", origem);
        }

        return pedido;
    }

    private HttpClient Cliente() =>
        app.OutraInstancia().CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false, BaseAddress = new("https://crm.teste.example") });
}
