using System.Net;
using System.Net.Http.Json;
using CrmVoip.Domain;
using CrmVoip.IntegrationTests.Infra;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.IntegrationTests.Features.Telefonia.Conexoes;

[Collection(AplicacaoFixture.Colecao)]
public sealed class ConexoesTests(AplicacaoFixture app, SimuladorDeTeste simulador) : IClassFixture<SimuladorDeTeste>
{
    [Fact]
    public async Task Get_ByOthersThanTheAdministrador_IsRefused()
    {
        var organizacao = await app.CriarOrganizacaoAsync();
        foreach (var papel in new[] { Papel.Gestor, Papel.Vendedor })
        {
            using var cliente = await (await organizacao.PessoaAsync(papel)).EntrarAsync();
            Assert.NotEqual(HttpStatusCode.OK, (await cliente.GetAsync("/conexoes")).StatusCode);
            Assert.NotEqual(HttpStatusCode.OK, (await cliente.GetAsync("/conexoes/api4com")).StatusCode);
        }
    }

    [Fact]
    public async Task Get_BeforeConnecting_OffersTheProviderAddress()
    {
        using var cliente = await (await AdministradorAsync()).EntrarAsync();

        var cartao = await cliente.PaginaAsync("/conexoes");
        var formulario = await cliente.PaginaAsync("/conexoes/api4com");

        Assert.Contains("API4COM - Telefonia VoIP", cartao.Body!.TextContent);
        Assert.Contains("Não conectada", cartao.Body.TextContent);
        Assert.Equal("https://api.api4com.com/api/v1", formulario.QuerySelector("#BaseUrl")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Save_KeepsTheTokenSealedAndShowsItsLastFour()
    {
        var proprio = new SimuladorDeTeste();
        await proprio.InitializeAsync();
        var pessoa = await AdministradorAsync();
        using var cliente = await pessoa.EntrarAsync();

        var resposta = await SalvarAsync(cliente, SimuladorDeTeste.Token, proprio.BaseUrl);

        Assert.Equal(HttpStatusCode.Redirect, resposta.StatusCode);
        await proprio.DisposeAsync();
        var pagina = await cliente.PaginaAsync("/conexoes");
        Assert.Contains("Conectada", pagina.Body!.TextContent);
        Assert.Contains("termina em rora", pagina.Body.TextContent);
        Assert.Contains("A API4COM avisa cada ligação", pagina.Body.TextContent);
        Assert.DoesNotContain(SimuladorDeTeste.Token, pagina.DocumentElement.OuterHtml);
        Assert.DoesNotContain(SimuladorDeTeste.Token, (await cliente.PaginaAsync("/conexoes/api4com")).DocumentElement.OuterHtml);
        var salva = await pessoa.Organizacao.ComDbAsync(db => db.Integracoes.SingleAsync());
        Assert.StartsWith("v1:", salva.AccessToken);
        Assert.DoesNotContain(SimuladorDeTeste.Token, salva.AccessToken);
        Assert.Equal((SimuladorDeTeste.Dominio, StatusDaIntegracao.Conectada, EstadoDoGancho.Completo), (salva.SipDomain, salva.Status, salva.Gancho));
        Assert.EndsWith("/sip", salva.WssUrl);
        Assert.Equal(1, await pessoa.Organizacao.ComDbAsync(db => db.AuditLog.CountAsync(a => a.Acao == "conexao.salva")));
    }

    [Fact]
    public async Task Save_FromTheDialog_ReloadsTheDocumentForItsNewHeaders()
    {
        using var cliente = await (await AdministradorAsync()).EntrarAsync();
        cliente.Http.DefaultRequestHeaders.Add("HX-Request", "true");
        cliente.Http.DefaultRequestHeaders.Add("HX-Target", "modal");

        var resposta = await SalvarAsync(cliente, SimuladorDeTeste.Token, simulador.BaseUrl);

        Assert.EndsWith("/conexoes", resposta.Headers.GetValues("HX-Redirect").Single());
    }

    [Fact]
    public async Task Save_OnOneInstance_GivesTheNextPageOfAnotherThePhonesOrigin()
    {
        var pessoa = await AdministradorAsync();
        using var aqui = await pessoa.EntrarAsync();
        await using var outra = app.OutraInstancia();
        using var la = new ClienteDeTeste(outra.CreateClient(new() { AllowAutoRedirect = false }), pessoa.Organizacao.Base);
        await la.EntrarAsync(pessoa.Email, PessoaDeTeste.Senha);
        Assert.DoesNotContain("ws://", Politica(await la.GetAsync("/conexoes")), StringComparison.Ordinal);

        await SalvarAsync(aqui, SimuladorDeTeste.Token, simulador.BaseUrl);

        Assert.Contains("ws://", Politica(await la.GetAsync("/conexoes")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Save_WithEmptyToken_KeepsTheOldOne()
    {
        var pessoa = await AdministradorAsync();
        using var cliente = await pessoa.EntrarAsync();
        await SalvarAsync(cliente, SimuladorDeTeste.Token, simulador.BaseUrl);
        var antes = (await pessoa.Organizacao.ComDbAsync(db => db.Integracoes.SingleAsync())).AccessToken;

        Assert.Equal(HttpStatusCode.Redirect, (await SalvarAsync(cliente, "", simulador.BaseUrl + "/")).StatusCode);

        Assert.Equal(antes, (await pessoa.Organizacao.ComDbAsync(db => db.Integracoes.SingleAsync())).AccessToken);
    }

    [Theory]
    [InlineData("simulador-token-invalido", null, "Token", "Token recusado")]
    [InlineData("simulador-token-sem-permissao", null, "Token", "não tem permissão")]
    [InlineData("", null, "Token", "Informe o token")]
    [InlineData("com espaço", null, "Token", "não pode ter espaços")]
    [InlineData("t", "", "BaseUrl", "Informe a URL base")]
    [InlineData("t", "nada disso", "BaseUrl", "não é um endereço")]
    [InlineData("t", "http://127.0.0.1:9/api/v1", "BaseUrl", "inalcançável")]
    [InlineData("t", "https://192.168.0.1/api/v1", "BaseUrl", "não permitido")]
    public async Task Save_ThatFails_SaysWhyAtTheFieldAndLosesNothingButTheToken(string token, string? baseUrl, string campo, string mensagem)
    {
        var pessoa = await AdministradorAsync();
        using var cliente = await pessoa.EntrarAsync();

        var resposta = await SalvarAsync(cliente, token, baseUrl ?? simulador.BaseUrl);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, resposta.StatusCode);
        var pagina = await ClienteDeTeste.PaginaAsync(resposta);
        Assert.Contains(mensagem, pagina.QuerySelector($"#{campo}-erro")!.TextContent);
        Assert.Equal(baseUrl ?? simulador.BaseUrl, pagina.QuerySelector("#BaseUrl")!.GetAttribute("value"));
        Assert.True(string.IsNullOrEmpty(pagina.QuerySelector("#Token")!.GetAttribute("value")));
        Assert.False(await pessoa.Organizacao.ComDbAsync(db => db.Integracoes.AnyAsync()));
    }

    [Fact]
    public async Task Save_ToAnotherAddressWithTheSavedToken_IsRefused()
    {
        await using var armadilha = await ProvedorFalso.IniciarAsync(c => c.Response.WriteAsync("{}"));
        using var cliente = await (await AdministradorAsync()).EntrarAsync();
        await SalvarAsync(cliente, SimuladorDeTeste.Token, simulador.BaseUrl);

        var resposta = await SalvarAsync(cliente, "", armadilha.BaseUrl);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, resposta.StatusCode);
        Assert.Empty(armadilha.Pedidos);
    }

    [Fact]
    public async Task Save_WhereWebhooksFail_StillSaves()
    {
        await using var provedor = await ProvedorFalso.IniciarAsync(contexto =>
        {
            var caminho = contexto.Request.Path.Value!;
            contexto.Response.StatusCode = caminho.EndsWith("/integrations", StringComparison.Ordinal) ? 500 : 200;
            return contexto.Response.WriteAsync(caminho.EndsWith("/me", StringComparison.Ordinal)
                ? """{"email":"a@b.c"}"""
                : """[{"domain":"x.api4com.com","ramal":"1000"}]""");
        });
        var pessoa = await AdministradorAsync();
        using var cliente = await pessoa.EntrarAsync();

        Assert.Equal(HttpStatusCode.Redirect, (await SalvarAsync(cliente, "um-token-qualquer", provedor.BaseUrl)).StatusCode);

        var salva = await pessoa.Organizacao.ComDbAsync(db => db.Integracoes.SingleAsync());
        Assert.Equal((EstadoDoGancho.Recusado, "wss://x.api4com.com:6443"), (salva.Gancho, salva.WssUrl));
        Assert.Contains("Ainda sem registro na API4COM", (await cliente.PaginaAsync("/conexoes")).Body!.TextContent);
    }

    [Fact]
    public async Task Save_WhereAnotherSystemHearsAllCalls_LeavesItAlone()
    {
        const string alheia = "https://outro-crm.example/gancho";
        using var http = new HttpClient();
        http.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", "simulador-token-boreal");
        await http.PatchAsJsonAsync($"{simulador.BaseUrl}/integrations", new { gateway = "webhook", webhook = true, metadata = new { webhookUrl = alheia } });
        var pessoa = await AdministradorAsync();
        using var cliente = await pessoa.EntrarAsync();

        await SalvarAsync(cliente, "simulador-token-boreal", simulador.BaseUrl);

        Assert.Equal(EstadoDoGancho.SoDiscador, (await pessoa.Organizacao.ComDbAsync(db => db.Integracoes.SingleAsync())).Gancho);
        Assert.Contains(alheia, await http.GetStringAsync($"{simulador.BaseUrl}/integrations"));
    }

    private static string Politica(HttpResponseMessage resposta) => resposta.Headers.GetValues("Content-Security-Policy").Single();

    private static Task<HttpResponseMessage> SalvarAsync(ClienteDeTeste cliente, string token, string baseUrl) =>
        cliente.FormAsync("/conexoes/api4com", ("Token", token), ("BaseUrl", baseUrl));

    private async Task<PessoaDeTeste> AdministradorAsync() => await (await app.CriarOrganizacaoAsync()).PessoaAsync(Papel.Administrador);
}
