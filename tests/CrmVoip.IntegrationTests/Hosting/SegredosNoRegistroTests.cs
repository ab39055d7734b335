using System.Net;
using System.Text;
using CrmVoip.Data;
using CrmVoip.Domain;
using CrmVoip.IntegrationTests.Infra;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Serilog.Core;
using Serilog.Events;

namespace CrmVoip.IntegrationTests.Hosting;

/// <summary>Whatever carries a secret is done once, with the log at its most talkative; then the log is searched for the secrets.</summary>
[Collection(AplicacaoFixture.Colecao)]
public sealed class SegredosNoRegistroTests(AplicacaoFixture app, SimuladorDeTeste simulador) : IClassFixture<SimuladorDeTeste>
{
    private const string SenhaErrada = "senha-errada-que-ninguem-ve";
    private const string TokenRecusado = "token-recusado-que-ninguem-ve";
    private const string SenhaDoRamal = "senha-do-ramal-que-ninguem-ve";
    private const string SegredoDoGancho = "segredo-do-gancho-que-ninguem-ve";
    private const string AssinaturaDaGravacao = "assinatura-que-ninguem-ve";
    private static readonly string[] _fontes = ["Default", "Override:Microsoft", "Override:System.Net.Http.HttpClient", "Override:Polly"];
    private readonly RegistroCapturado _registro = new();

    [Fact]
    public async Task No_flow_that_carries_a_secret_writes_it()
    {
        await using var eco = await ProvedorFalso.IniciarAsync(EcoarAsync);
        await using var instancia = Instancia();
        var cena = await CenaDeLigacao.CriarAsync(app, simulador.BaseUrl);
        var administrador = await cena.Organizacao.PessoaAsync(Papel.Administrador);
        await cena.ComGanchoAsync(SegredoDoGancho);
        var gravacao = await cena.LigouAsync(DateTimeOffset.UtcNow.AddDays(-2), gravacaoUrl: $"{simulador.Raiz}/files/x.wav?assinatura={AssinaturaDaGravacao}");
        using var http = Cliente(instancia);
        using var cliente = new ClienteDeTeste(http, cena.Organizacao.Base);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await EntrarComSenhaErradaAsync(http, administrador.Email)).StatusCode);
        await cliente.EntrarAsync(administrador.Email, PessoaDeTeste.Senha);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await ConectarAsync(cliente, TokenRecusado, eco.BaseUrl)).StatusCode);
        await cliente.PostAsync("/telefonia/validate", new { token = TokenRecusado, baseUrl = eco.BaseUrl });
        Assert.Equal(HttpStatusCode.Redirect, (await ConectarAsync(cliente, SimuladorDeTeste.Token, simulador.BaseUrl)).StatusCode);
        await cliente.PostAsync("/telefonia/validate-extension", new { extension = "1007", password = SenhaDoRamal, sipServer = SimuladorDeTeste.Dominio });
        Assert.Equal(HttpStatusCode.Redirect, (await SalvarRamalAsync(cliente)).StatusCode);
        var ha1 = (await ClienteDeTeste.LerAsync(await cliente.PostAsync("/telefonia/credenciais"))).GetProperty("ha1").GetString()!;
        await cliente.GetAsync($"/telefonia/recordings/{gravacao}");
        await AvisarAsync(http, cena.Organizacao.Id, SegredoDoGancho, "isto não é json");
        await AvisarAsync(http, cena.Organizacao.Id, SegredoDoGancho + "-errado", "{}");

        NadaVazou(SenhaErrada, PessoaDeTeste.Senha, TokenRecusado, SimuladorDeTeste.Token, SenhaDoRamal, ha1, AssinaturaDaGravacao, SegredoDoGancho);
        Assert.Contains(_registro.Eventos, e => e.Level == LogEventLevel.Debug);
    }

    [Fact]
    public async Task Failures_of_the_database_write_no_secret_either()
    {
        await using var banco = await BancoDeTestes.CriarAsync();
        await using var instancia = (await app.InstanciaEmAsync(banco)).WithWebHostBuilder(Capturar);
        using var http = Cliente(instancia);
        Assert.Equal(HttpStatusCode.NotFound, (await AvisarAsync(http, Guid.NewGuid(), SegredoDoGancho, """{"id":"a"}""")).StatusCode);
        await banco.ApagarAsync();

        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await AvisarAsync(http, Guid.NewGuid(), SegredoDoGancho, """{"id":"a"}""")).StatusCode);

        NadaVazou(SegredoDoGancho, BancoDeTestes.Senha);
        Assert.Contains(_registro.Eventos, e => e is { Level: LogEventLevel.Error, Exception: null });
    }

    [Fact]
    public async Task Every_request_is_one_line_with_its_route_organization_person_and_trace()
    {
        await using var instancia = Instancia();
        var pessoa = await (await app.CriarOrganizacaoAsync()).PessoaAsync();
        using var cliente = new ClienteDeTeste(Cliente(instancia), pessoa.Organizacao.Base);
        await cliente.EntrarAsync(pessoa.Email, PessoaDeTeste.Senha);

        await cliente.GetAsync($"/oportunidades/{Guid.NewGuid()}?termo=nome-de-um-cliente");

        var linha = _registro.Eventos.Single(e => Valor(e, "Rota") == "oportunidades/{id:guid}" && Valor(e, "StatusCode") == "404");
        Assert.Equal(pessoa.Organizacao.Id.ToString(), Valor(linha, "Organizacao"));
        Assert.Equal(pessoa.Id.ToString(), Valor(linha, "Pessoa"));
        Assert.NotEmpty(Valor(linha, "Rastro")!);
        Assert.DoesNotContain(_registro.Textos, texto => texto.Contains("nome-de-um-cliente", StringComparison.Ordinal));
    }

    // What a careless provider does: it repeats in its error what it was sent.
    private static Task EcoarAsync(HttpContext contexto)
    {
        contexto.Response.StatusCode = StatusCodes.Status401Unauthorized;
        var repetido = $"{contexto.Request.Headers.Authorization} {contexto.Request.QueryString}";
        return contexto.Response.WriteAsJsonAsync(new { error = new { name = "Error", message = repetido } });
    }

    private WebApplicationFactory<CrmDbContext> Instancia() =>
        app.OutraInstancia([.. _fontes.Select(f => ($"Serilog:MinimumLevel:{f}", "Verbose"))])
            .WithWebHostBuilder(Capturar);

    private void Capturar(IWebHostBuilder builder) => builder.ConfigureTestServices(s => s.AddSingleton<ILogEventSink>(_registro));

    private static HttpClient Cliente(WebApplicationFactory<CrmDbContext> instancia) =>
        instancia.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });

    private static async Task<HttpResponseMessage> EntrarComSenhaErradaAsync(HttpClient http, string email)
    {
        var pagina = await ClienteDeTeste.PaginaAsync(await http.GetAsync("/conta/entrar"));
        return await http.PostAsync("/conta/entrar", new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["Email"] = email,
            ["Senha"] = SenhaErrada,
            ["__RequestVerificationToken"] = ClienteDeTeste.Antiforgery(pagina),
        }));
    }

    private static Task<HttpResponseMessage> ConectarAsync(ClienteDeTeste cliente, string token, string baseUrl) =>
        cliente.FormAsync("/conexoes/api4com", ("Token", token), ("BaseUrl", baseUrl));

    private static Task<HttpResponseMessage> SalvarRamalAsync(ClienteDeTeste cliente) => cliente.FormAsync(
        "/ramais", ("Extension", "1007"), ("SipServer", SimuladorDeTeste.Dominio), ("Senha", SenhaDoRamal), ("Status", nameof(StatusDoRamal.Ativo)));

    private static Task<HttpResponseMessage> AvisarAsync(HttpClient http, Guid organizacao, string segredo, string corpo) =>
        http.PostAsync($"/ganchos/api4com/{organizacao}/{segredo}", new StringContent(corpo, Encoding.UTF8, "application/json"));

    private void NadaVazou(params string[] segredos)
    {
        Assert.NotEmpty(_registro.Eventos);
        var vazamentos = from texto in _registro.Textos from segredo in segredos where texto.Contains(segredo, StringComparison.OrdinalIgnoreCase) select texto;
        Assert.Empty(vazamentos);
    }

    private static string? Valor(LogEvent evento, string nome) =>
        evento.Properties.GetValueOrDefault(nome) is ScalarValue { Value: { } valor } ? Convert.ToString(valor, System.Globalization.CultureInfo.InvariantCulture) : null;
}
