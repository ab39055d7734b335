using System.Net;
using CrmVoip.IntegrationTests.Infra;

namespace CrmVoip.IntegrationTests.Hosting;

/// <summary>/health/live and /health/ready.</summary>
[Collection(AplicacaoFixture.Colecao)]
public sealed class SaudeTests(AplicacaoFixture app)
{
    [Fact]
    public async Task Product_with_its_database_is_alive_and_ready()
    {
        using var http = app.Cliente();
        foreach (var caminho in new[] { "/health/live", "/health/ready" })
        {
            var resposta = await http.GetAsync(caminho);
            Assert.Equal(HttpStatusCode.OK, resposta.StatusCode);
            Assert.Equal("Healthy", await resposta.Content.ReadAsStringAsync());
            Assert.True(resposta.Headers.CacheControl!.NoStore);
        }
    }

    [Fact]
    public async Task Without_its_database_it_is_alive_not_ready_and_says_nothing_more()
    {
        await using var banco = await BancoDeTestes.CriarAsync();
        await using var instancia = await app.InstanciaEmAsync(banco);
        using var http = instancia.CreateClient();
        Assert.Equal(HttpStatusCode.OK, (await http.GetAsync("/health/ready")).StatusCode);

        await banco.ApagarAsync();

        var pronta = await http.GetAsync("/health/ready");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, pronta.StatusCode);
        Assert.Equal("Unhealthy", await pronta.Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.OK, (await http.GetAsync("/health/live")).StatusCode);
    }
}
