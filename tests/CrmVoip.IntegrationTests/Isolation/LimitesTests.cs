using System.Net;
using System.Text;
using CrmVoip.Domain;
using CrmVoip.IntegrationTests.Infra;
using CrmVoip.Web;
using CrmVoip.Web.Limites;
using Xunit.Abstractions;

namespace CrmVoip.IntegrationTests.Isolation;

/// <summary>Every route has its line in the table of limits, and is refused after a while: 429, with the time to wait.</summary>
[Collection(AplicacaoFixture.Colecao)]
public sealed class LimitesTests(AplicacaoFixture app, SimuladorDeTeste simulador, ITestOutputHelper saida) : IClassFixture<SimuladorDeTeste>
{
    private const int Paciencia = 1_500;
    private const int MuitosBastam = 300;
    private static int _visitas;

    [Fact]
    public void Every_route_has_a_line_in_the_table_and_every_line_is_a_route()
    {
        var rotas = Rota.Todas(app.Services).Select(r => r.Nome).Where(r => r != "* /erro/{codigo:int:range(400,599)}").ToList();
        Assert.Empty(rotas.Except(TabelaDeLimites.Rotas).Select(r => $"{r} has no limit: add it to a line of Web/Limites/TabelaDeLimites"));
        Assert.Empty(TabelaDeLimites.Rotas.Except(rotas).Select(r => $"{r} has a limit, but is no route of the product"));
        Assert.All(Rota.Todas(app.Services), r => Assert.Equal(rotas.Contains(r.Nome), Limites(r).Count > 0));
    }

    [Fact]
    public async Task Every_limit_is_kept_and_says_how_long_to_wait()
    {
        using var cenario = await Cenario.CriarAsync(app, simulador);
        await using var produto = app.InstanciaComLimites(("Crm:EntradasPorMinuto", "5"));
        var estreitos = Rota.Todas(app.Services).SelectMany(r => Limites(r).Take(1).Select(limite => (Rota: r, Limite: limite)))
            .GroupBy(r => r.Limite).Select(g => g.First()).Where(r => r.Limite.PorMinuto <= MuitosBastam).ToList();
        foreach (var (rota, limite) in estreitos)
        {
            using var cliente = await ClienteAsync(produto, rota.Anonima ? null : await cenario.Organizacao.PessoaAsync(Papel.Administrador));
            var (vezes, ultima) = await InsistirAsync(cliente.Http, rota, (rota.DaOrganizacao ? cenario.Organizacao.Base : "") + rota.Caminho());
            Assert.True(ultima.StatusCode == HttpStatusCode.TooManyRequests, $"{rota} was asked {vezes} times in a row and never said 429 ({limite}).");
            Assert.True(ultima.Headers.RetryAfter?.Delta > TimeSpan.Zero, $"{rota} says 429 without Retry-After.");
            Assert.Equal("Tentativas demais", (await ClienteDeTeste.PaginaAsync(ultima)).QuerySelector("h1")?.TextContent);
            saida.WriteLine($"{rota}: 429 at request {vezes}, {limite.Nome}, Retry-After {ultima.Headers.RetryAfter}.");
        }

        Assert.True(estreitos.Count >= 10);
    }

    [Fact]
    public async Task Limit_of_one_person_is_not_that_of_another()
    {
        using var a = await Cenario.CriarAsync(app, simulador);
        using var b = await Cenario.CriarAsync(app, simulador);
        await using var produto = app.InstanciaComLimites();
        using var deA = await a.Pessoa.EntrarAsync(produto);
        using var deB = await b.Pessoa.EntrarAsync(produto);
        var rota = Rota.Todas(app.Services).Single(r => r.Nome == "POST /telefonia/credenciais");

        var (_, recusa) = await InsistirAsync(deA.Http, rota, a.Organizacao.Base + rota.Padrao);

        Assert.Equal(HttpStatusCode.TooManyRequests, recusa.StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await deB.PostAsync(rota.Padrao)).StatusCode);
    }

    [Fact]
    public async Task Sign_in_is_counted_over_all_instances()
    {
        var endereco = OutroEndereco();
        await using var uma = app.OutraInstancia(("Crm:EntradasPorMinuto", "4"));
        await using var outra = app.OutraInstancia(("Crm:EntradasPorMinuto", "4"));
        using var daqui = Visita(uma.CreateClient(new() { AllowAutoRedirect = false }), endereco);
        using var dali = Visita(outra.CreateClient(new() { AllowAutoRedirect = false }), endereco);
        var respostas = new List<HttpStatusCode>();
        foreach (var http in new[] { daqui, dali, daqui, dali, daqui, dali })
        {
            respostas.Add((await http.PostAsync("/conta/entrar", null)).StatusCode);
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, respostas[^1]);
        Assert.Equal(HttpStatusCode.TooManyRequests, respostas[^2]);
        Assert.DoesNotContain(HttpStatusCode.TooManyRequests, respostas[..4]);
    }

    [Fact]
    public async Task Wrong_secrets_of_webhooks_are_limited_however_they_are_written_and_right_ones_go_on()
    {
        const string segredo = "segredo-do-gancho-certo";
        var cena = await CenaDeLigacao.CriarAsync(app, simulador.BaseUrl);
        await cena.ComGanchoAsync(segredo);
        await using var produto = app.InstanciaComLimites();
        using var http = Visita(produto.CreateClient(new() { AllowAutoRedirect = false }), OutroEndereco());
        Task<HttpResponseMessage> AvisarAsync(string organizacao, string comQue) =>
            http.PostAsync($"/ganchos/api4com/{organizacao}/{comQue}", new StringContent("{}", Encoding.UTF8, "application/json"));

        var id = cena.Organizacao.Id.ToString();
        HttpResponseMessage resposta;
        var vezes = 0;
        do
        {
            resposta = await AvisarAsync(vezes % 2 == 0 ? id : id.ToUpperInvariant(), $"errado{vezes}");
        }
        while (resposta.StatusCode == HttpStatusCode.NotFound && ++vezes < Paciencia);

        Assert.Equal(HttpStatusCode.TooManyRequests, resposta.StatusCode);
        Assert.True(resposta.Headers.RetryAfter?.Delta > TimeSpan.Zero);
        Assert.Equal(HttpStatusCode.BadRequest, (await AvisarAsync(id, segredo)).StatusCode);
    }

    [Theory]
    [InlineData("203.0.113.7", "203.0.113.7")]
    [InlineData("::ffff:203.0.113.7", "203.0.113.7")]
    [InlineData("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64")]
    [InlineData("2001:0DB8:0001:0002:ffff::1", "2001:db8:1:2::/64")]
    public void Address_is_one_customer_s_however_it_is_written(string endereco, string chave) => Assert.Equal(chave, RedeDoPedido.De(IPAddress.Parse(endereco)));

    private static async Task<ClienteDeTeste> ClienteAsync(Microsoft.AspNetCore.Mvc.Testing.WebApplicationFactory<Data.CrmDbContext> produto, PessoaDeTeste? pessoa)
    {
        var http = Visita(produto.CreateClient(new() { AllowAutoRedirect = false }), OutroEndereco());
        var cliente = new ClienteDeTeste(http, "");
        if (pessoa is not null)
        {
            await cliente.EntrarAsync(pessoa.Email, PessoaDeTeste.Senha);
        }

        return cliente;
    }

    // Counted by address over all instances of the test's database: each visit comes from another one.
    private static string OutroEndereco() => $"198.51.{Interlocked.Increment(ref _visitas)}.{Random.Shared.Next(1, 255)}";

    private static HttpClient Visita(HttpClient http, string endereco)
    {
        http.DefaultRequestHeaders.Add("X-Forwarded-For", endereco);
        return http;
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

    private static IReadOnlyList<Limite> Limites(Rota rota) => rota.Endpoint.Metadata.GetMetadata<LimitesDaRota>()?.Limites ?? [];
}
