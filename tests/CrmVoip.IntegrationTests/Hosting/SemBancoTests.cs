using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using CrmVoip.Data;
using CrmVoip.Domain;
using CrmVoip.IntegrationTests.Infra;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Serilog.Core;

namespace CrmVoip.IntegrationTests.Hosting;

/// <summary>The database taken away under the product, and given back: 503 in words, soon, and no trace of it afterwards.</summary>
[Collection(AplicacaoFixture.Colecao)]
public sealed class SemBancoTests(AplicacaoFixture app)
{
    // Ours is five seconds; the rest is what a busy machine may add.
    private static readonly TimeSpan _paciencia = TimeSpan.FromSeconds(12);
    private readonly RegistroCapturado _registro = new();

    [Fact]
    public async Task Person_script_form_and_webhook_are_told_that_it_is_away_and_served_as_soon_as_it_is_back()
    {
        await using var ponte = Ponte.Para(app.Banco);
        await using var instancia = Instancia(ponte);
        using var cliente = await EntrarAsync(instancia);
        var (slug, token) = (cliente.Raiz, ClienteDeTeste.Antiforgery(await cliente.Cliente.PaginaAsync("/oportunidades/criar")));
        ponte.Cortar();

        using var pagina = await cliente.Cliente.GetAsync("/oportunidades");
        await DizAsync(pagina, "text/html");
        Assert.Equal("10", Assert.Single(pagina.Headers.GetValues("Refresh")));
        Assert.Contains("O CrmVoip está fora do ar", await pagina.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains("dist/app.", await pagina.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        using var pedido = new HttpRequestMessage(HttpMethod.Get, slug + "/telefonia/linha") { Headers = { Accept = { new MediaTypeWithQualityHeaderValue("application/json") } } };
        using var json = await cliente.Cliente.Http.SendAsync(pedido);
        await DizAsync(json, "application/json");
        Assert.Equal("sem_banco", (await ClienteDeTeste.LerAsync(json)).GetProperty("codigo").GetString());

        using var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["Titulo"] = "Nova", ["__RequestVerificationToken"] = token });
        using var enviado = await cliente.Cliente.Http.PostAsync(slug + "/oportunidades/criar", form);
        await DizAsync(enviado, "text/html");
        Assert.False(enviado.Headers.Contains("Refresh"));
        Assert.Contains("confira se foi salvo", await enviado.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        using var corpo = new StringContent("""{"id":"a"}""", Encoding.UTF8, "application/json");
        await DizAsync(await cliente.Cliente.Http.PostAsync($"/ganchos/api4com/{Guid.NewGuid()}/segredo", corpo), "application/json");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await cliente.Cliente.Http.GetAsync("/health/ready")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await cliente.Cliente.Http.GetAsync("/health/live")).StatusCode);
        Assert.DoesNotContain(_registro.Eventos, e => e.Exception is not null);
        Assert.Single(_registro.Eventos, e => e.RenderMessage(CultureInfo.InvariantCulture).StartsWith("The database is away", StringComparison.Ordinal));

        ponte.Reabrir();
        Assert.Equal(HttpStatusCode.OK, (await cliente.Cliente.GetAsync("/oportunidades")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await cliente.Cliente.Http.GetAsync("/health/ready")).StatusCode);
    }

    [Fact]
    public async Task Database_that_swallows_everything_keeps_nobody_waiting()
    {
        await using var ponte = Ponte.Para(app.Banco);
        await using var instancia = Instancia(ponte);
        using var cliente = await EntrarAsync(instancia);
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => cliente.Cliente.GetAsync("/oportunidades")));
        ponte.Congelar();

        var inicio = Stopwatch.GetTimestamp();
        var respostas = await Task.WhenAll(
            cliente.Cliente.GetAsync("/oportunidades"), cliente.Cliente.GetAsync("/conexoes"), cliente.Cliente.Http.GetAsync("/health/ready"));

        Assert.All(respostas, resposta => Assert.Equal(HttpStatusCode.ServiceUnavailable, resposta.StatusCode));
        Assert.InRange(Stopwatch.GetElapsedTime(inicio), TimeSpan.Zero, _paciencia);

        ponte.Cortar();
        ponte.Reabrir();
        Assert.Equal(HttpStatusCode.OK, (await cliente.Cliente.GetAsync("/oportunidades")).StatusCode);
    }

    private static async Task DizAsync(HttpResponseMessage resposta, string tipo)
    {
        Assert.True(resposta.StatusCode == HttpStatusCode.ServiceUnavailable, $"{(int)resposta.StatusCode}: {await resposta.Content.ReadAsStringAsync()}");
        Assert.Equal(tipo, resposta.Content.Headers.ContentType!.MediaType);
        Assert.True(resposta.Headers.RetryAfter!.Delta > TimeSpan.Zero);
        Assert.True(resposta.Headers.CacheControl!.NoStore);
        Assert.True(resposta.Headers.Contains("X-Content-Type-Options"));
    }

    private WebApplicationFactory<CrmDbContext> Instancia(Ponte ponte) => app.OutraInstancia(ponte.Conexoes(app.Banco))
        .WithWebHostBuilder(builder => builder.ConfigureTestServices(s => s.AddSingleton<ILogEventSink>(_registro)));

    private async Task<Dentro> EntrarAsync(WebApplicationFactory<CrmDbContext> instancia)
    {
        var pessoa = await (await app.CriarOrganizacaoAsync()).PessoaAsync(Papel.Administrador);
        var cliente = new ClienteDeTeste(instancia.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false }), pessoa.Organizacao.Base);
        await cliente.EntrarAsync(pessoa.Email, PessoaDeTeste.Senha);
        Assert.Equal(HttpStatusCode.OK, (await cliente.GetAsync("/oportunidades")).StatusCode);
        return new Dentro(cliente, pessoa.Organizacao.Base);
    }

    private sealed record Dentro(ClienteDeTeste Cliente, string Raiz) : IDisposable
    {
        public void Dispose() => Cliente.Dispose();
    }
}
