using System.Net;
using System.Text;
using CrmVoip.Data;
using CrmVoip.Domain;
using CrmVoip.IntegrationTests.Infra;
using CrmVoip.IntegrationTests.Isolation;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace CrmVoip.IntegrationTests.Hosting;

/// <summary>The security headers are on every kind of answer the product gives.</summary>
[Collection(AplicacaoFixture.Colecao)]
public sealed class CabecalhosTests(AplicacaoFixture app, SimuladorDeTeste simulador) : IClassFixture<SimuladorDeTeste>
{
    private const string Politica =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; media-src 'self' blob:; "
        + "manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; connect-src 'self'";

    private static readonly Uri _comTls = new("https://crm.teste.example");

    [Fact]
    public async Task Answers_to_somebody_unknown_carry_them()
    {
        using var http = Cliente(app.OutraInstancia(("Crm:EntradasPorMinuto", "1")));
        http.DefaultRequestHeaders.Add("X-Forwarded-For", "192.0.2.62");
        var recurso = Recurso();
        var etag = (await http.GetAsync(recurso)).Headers.ETag!;
        using var conhecido = new HttpRequestMessage(HttpMethod.Get, recurso) { Headers = { IfNoneMatch = { etag } } };
        using var deScript = new HttpRequestMessage(HttpMethod.Get, "/o/x/oportunidades") { Headers = { { "HX-Request", "true" } } };

        await ConferirAsync(HttpStatusCode.OK, await http.GetAsync("/conta/entrar"), "sign-in page");
        await ConferirAsync(HttpStatusCode.Redirect, await http.GetAsync("/o/x/oportunidades"), "redirect to sign-in");
        await ConferirAsync(HttpStatusCode.Unauthorized, await http.SendAsync(deScript), "401 to a script");
        await ConferirAsync(HttpStatusCode.Redirect, await http.GetAsync("/nada"), "page that does not exist");
        await ConferirAsync(HttpStatusCode.BadRequest, await http.PostAsync("/conta/entrar", new FormUrlEncodedContent([])), "no antiforgery token");
        await ConferirAsync(HttpStatusCode.TooManyRequests, await http.PostAsync("/conta/entrar", new FormUrlEncodedContent([])), "429");
        await ConferirAsync(HttpStatusCode.OK, await http.GetAsync("/health/live"), "health");
        await ConferirAsync(HttpStatusCode.OK, await http.GetAsync("/health/ready"), "readiness");
        await ConferirAsync(HttpStatusCode.OK, await http.GetAsync(recurso), "asset", guardar: true);
        await ConferirAsync(HttpStatusCode.NotModified, await http.SendAsync(conhecido), "asset known already", guardar: true);
        await ConferirAsync(HttpStatusCode.NotFound, await AvisarAsync(http, Guid.NewGuid(), "x"), "webhook nobody knows");
    }

    [Fact]
    public async Task Answers_to_a_member_carry_them()
    {
        var cena = await CenaDeLigacao.CriarAsync(app, simulador.BaseUrl);
        var gravacao = await cena.LigouAsync(
            DateTimeOffset.UtcNow.AddDays(-2),
            gravacaoUrl: $"{simulador.Raiz}/files/listen/{simulador.Ligou("011960000001", DateTimeOffset.UtcNow.AddMinutes(-5), gravacao: SimuladorDeTeste.Audio).Id}.wav");
        var semGravacao = await cena.LigouAsync(DateTimeOffset.UtcNow.AddDays(-3), gravacaoUrl: "https://evil.example/x.mp3");
        using var cliente = new ClienteDeTeste(Cliente(app.OutraInstancia()), cena.Organizacao.Base);
        await cliente.EntrarAsync(cena.Pessoa.Email, PessoaDeTeste.Senha);
        var oportunidade = $"/oportunidades/{cena.Oportunidade.Id}";
        var ligacao = new { id = Guid.NewGuid(), numero = CenaDeLigacao.Numero };
        const string wss = " ws://127.0.0.1:9";
        await cena.ComGanchoAsync("segredo");

        await ConferirAsync(HttpStatusCode.OK, await cliente.GetAsync("/oportunidades"), "page", wss);
        await ConferirAsync(HttpStatusCode.OK, await cliente.GetAsync($"{oportunidade}/historico"), "fragment", wss);
        await ConferirAsync(HttpStatusCode.Redirect, await cliente.Http.GetAsync("/oportunidades"), "redirect to the organization");
        await ConferirAsync(HttpStatusCode.Forbidden, await cliente.GetAsync("/conexoes"), "403", wss);
        await ConferirAsync(HttpStatusCode.NotFound, await cliente.GetAsync($"/oportunidades/{Guid.NewGuid()}"), "404", wss);
        await ConferirAsync(HttpStatusCode.MethodNotAllowed, await cliente.Http.DeleteAsync("/conta/entrar"), "405");
        await ConferirAsync(HttpStatusCode.NoContent, await AvisarAsync(cliente.Http, cena.Organizacao.Id, "segredo"), "webhook");
        await ConferirAsync(HttpStatusCode.NotFound, await cliente.Http.GetAsync("/dist/nada.js"), "asset that does not exist");
        await ConferirAsync(HttpStatusCode.OK, await cliente.PostAsync("/telefonia/credenciais"), "JSON", wss);
        await ConferirAsync(HttpStatusCode.Created, await cliente.PostAsync("/ligacoes", ligacao), "call begun", wss);
        await ConferirAsync(HttpStatusCode.Conflict, await cliente.PostAsync("/ligacoes", ligacao with { id = Guid.NewGuid() }), "409", wss);
        await ConferirAsync(HttpStatusCode.UnprocessableEntity, await cliente.PostAsync("/ligacoes", ligacao with { id = Guid.Empty }), "422 as JSON", wss);
        await ConferirAsync(HttpStatusCode.UnprocessableEntity, await cliente.FormAsync("/ramais", ("Extension", "")), "422 as a page", wss);
        await ConferirAsync(HttpStatusCode.OK, await cliente.GetAsync($"/telefonia/recordings/{gravacao}"), "recording", wss);
        await ConferirAsync(HttpStatusCode.BadGateway, await cliente.GetAsync($"/telefonia/recordings/{semGravacao}"), "502", wss);
    }

    [Fact]
    public async Task Export_carries_them()
    {
        var pessoa = await (await app.CriarOrganizacaoAsync()).PessoaAsync(Papel.Administrador);
        using var cliente = new ClienteDeTeste(Cliente(app.OutraInstancia()), pessoa.Organizacao.Base);
        await cliente.EntrarAsync(pessoa.Email, PessoaDeTeste.Senha);
        await ConferirAsync(HttpStatusCode.OK, await cliente.GetAsync("/auditoria/exportar"), "export");
    }

    [Fact]
    public async Task Answers_with_a_broken_database_and_without_one_carry_them()
    {
        await using var banco = await BancoDeTestes.CriarAsync();
        using var http = Cliente(await app.InstanciaEmAsync(banco));
        await http.GetAsync("/health/ready");
        await banco.ExecutarAsync("alter table organizacoes rename to outro_nome");
        await ConferirAsync(HttpStatusCode.InternalServerError, await AvisarAsync(http, Guid.NewGuid(), "x"), "500");
        await banco.ApagarAsync();
        await ConferirAsync(HttpStatusCode.ServiceUnavailable, await AvisarAsync(http, Guid.NewGuid(), "x"), "503");
        await ConferirAsync(HttpStatusCode.ServiceUnavailable, await http.GetAsync("/health/ready"), "not ready");
    }

    [Fact]
    public async Task Strangers_name_for_this_server_is_refused_when_its_names_are_set()
    {
        using var http = Cliente(app.OutraInstancia(("AllowedHosts", "outro.teste.example")));
        Assert.Equal(HttpStatusCode.BadRequest, (await http.GetAsync("/conta/entrar")).StatusCode);
    }

    private static HttpClient Cliente(WebApplicationFactory<CrmDbContext> instancia) =>
        instancia.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false, BaseAddress = _comTls });

    private string Recurso() => "/" + app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        .Select(e => e.RoutePattern.RawText!.TrimStart('/'))
        .First(r => r.StartsWith("dist/app.", StringComparison.Ordinal) && r.EndsWith(".css", StringComparison.Ordinal) && r != "dist/app.css");

    private static Task<HttpResponseMessage> AvisarAsync(HttpClient http, Guid organizacao, string segredo) => http.PostAsync(
        $"/ganchos/api4com/{organizacao}/{segredo}",
        new StringContent("""{"eventType":"channel-create","id":"a"}""", Encoding.UTF8, "application/json"));

    private static async Task ConferirAsync(HttpStatusCode status, HttpResponseMessage resposta, string tipo, string origemWss = "", bool guardar = false)
    {
        Assert.True(status == resposta.StatusCode, $"{tipo}: {(int)resposta.StatusCode} {await resposta.Content.ReadAsStringAsync()}");
        string? Valor(string nome) => resposta.Headers.TryGetValues(nome, out var valores) ? Assert.Single(valores) : null;
        var tem = new Dictionary<string, string?>
        {
            ["Content-Security-Policy"] = Politica + origemWss,
            ["X-Content-Type-Options"] = "nosniff",
            ["Referrer-Policy"] = "strict-origin-when-cross-origin",
            ["Permissions-Policy"] = "microphone=self, camera=(), geolocation=(), payment=(), usb=()",
            ["Strict-Transport-Security"] = "max-age=31536000; includeSubDomains",
            ["Cross-Origin-Opener-Policy"] = "same-origin",
            ["Cross-Origin-Resource-Policy"] = "same-origin",
            ["Server"] = null,
        };
        foreach (var (nome, valor) in tem)
        {
            Assert.True(valor == Valor(nome), $"{tipo}: {nome} is {Valor(nome)}, not {valor}");
        }

        Assert.True(resposta.Headers.CacheControl?.NoStore == !guardar, $"{tipo}: Cache-Control is {resposta.Headers.CacheControl}");
    }
}
