using System.Net;
using CrmVoip.IntegrationTests.Infra;
using CrmVoip.Web;
using Microsoft.AspNetCore.RateLimiting;
using Xunit.Abstractions;

namespace CrmVoip.IntegrationTests.Isolation;

/// <summary>Routes that make us call the provider, check a password or keep what a stranger sends say 429 after a while.</summary>
[Collection(AplicacaoFixture.Colecao)]
public sealed class LimitesTests(AplicacaoFixture app, SimuladorDeTeste simulador, ITestOutputHelper saida) : IClassFixture<SimuladorDeTeste>
{
    private const int Paciencia = 1_500;

    [Fact]
    public void Every_write_of_the_provider_s_proxy_is_limited()
    {
        var proxy = Rota.Todas(app.Services).Where(r => r.Insegura && r.Padrao.StartsWith("/telefonia/", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(proxy);
        Assert.Empty(proxy.Where(r => Limite(r) != Limites.Telefonia).Select(r => $"{r} has no limit: add [EnableRateLimiting(Limites.Telefonia)]"));
    }

    [Fact]
    public async Task Every_limited_write_is_refused_with_the_time_to_wait()
    {
        var limitadas = Rota.Todas(app.Services).Where(r => r.Insegura && Limite(r) is not null).ToList();
        foreach (var rota in limitadas)
        {
            using var cenario = await Cenario.CriarAsync(app, simulador);
            await using var produto = app.OutraInstancia(("Crm:EntradasPorMinuto", "5"));
            using var cliente = new ClienteDeTeste(produto.CreateClient(new() { AllowAutoRedirect = false }), cenario.Organizacao.Base);
            if (!rota.Anonima)
            {
                await cliente.EntrarAsync(cenario.Pessoa.Email, PessoaDeTeste.Senha);
            }

            var caminho = (rota.DaOrganizacao ? cenario.Organizacao.Base : "") + rota.Caminho();
            var (vezes, ultima) = await InsistirAsync(cliente.Http, rota, caminho);
            Assert.True(ultima.StatusCode == HttpStatusCode.TooManyRequests, $"{rota} was asked {vezes} times in a row and never said 429.");
            Assert.True(ultima.Headers.RetryAfter?.Delta > TimeSpan.Zero, $"{rota} says 429 without Retry-After.");
            saida.WriteLine($"{rota}: 429 at request {vezes}, Retry-After {ultima.Headers.RetryAfter}.");
        }

        Assert.True(limitadas.Count >= 4);
    }

    [Fact]
    public async Task Limit_of_one_person_is_not_that_of_another()
    {
        using var a = await Cenario.CriarAsync(app, simulador);
        using var b = await Cenario.CriarAsync(app, simulador);
        var rota = Rota.Todas(app.Services).Single(r => r.Nome == "POST /telefonia/credenciais");

        var (_, recusa) = await InsistirAsync(a.Cliente.Http, rota, a.Organizacao.Base + rota.Padrao);

        Assert.Equal(HttpStatusCode.TooManyRequests, recusa.StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await b.Cliente.PostAsync(rota.Padrao)).StatusCode);
    }

    // Without an antiforgery token: the limit stands before it, and nothing is done meanwhile.
    private static async Task<(int Vezes, HttpResponseMessage Ultima)> InsistirAsync(HttpClient http, Rota rota, string caminho)
    {
        for (var vezes = 1; ; vezes++)
        {
            using var pedido = new HttpRequestMessage(new HttpMethod(rota.Metodo), caminho);
            var resposta = await http.SendAsync(pedido);
            if (resposta.StatusCode == HttpStatusCode.TooManyRequests || vezes == Paciencia)
            {
                return (vezes, resposta);
            }
        }
    }

    private static string? Limite(Rota rota) => rota.Endpoint.Metadata.GetMetadata<EnableRateLimitingAttribute>()?.PolicyName;
}
