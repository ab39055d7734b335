using System.Net;
using System.Text.Json;
using CrmVoip.Api4Com;
using CrmVoip.Domain;
using CrmVoip.IntegrationTests.Infra;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace CrmVoip.IntegrationTests.Features.Telefonia.Linha;

/// <summary>POST /telefonia/validate and /telefonia/validate-extension.</summary>
[Collection(AplicacaoFixture.Colecao)]
public sealed class ValidacaoTests(AplicacaoFixture app, SimuladorDeTeste simulador) : IClassFixture<SimuladorDeTeste>
{
    [Fact]
    public async Task Working_token_reveals_the_sip_domain_and_its_socket()
    {
        var corpo = await ValidarAsync(await AdministradorAsync(), SimuladorDeTeste.Token, simulador.BaseUrl);

        Assert.True(corpo.GetProperty("ok").GetBoolean());
        Assert.Equal("ok", corpo.GetProperty("codigo").GetString());
        Assert.Equal("aurora.simulador", corpo.GetProperty("dominioSip").GetString());
        Assert.Equal(simulador.Raiz.Replace("http", "ws", StringComparison.Ordinal) + "/sip", corpo.GetProperty("wssUrl").GetString());
    }

    [Fact]
    public async Task Working_token_says_whose_it_is_and_a_common_users_gets_a_warning()
    {
        var administrador = await AdministradorAsync();

        var deAdmin = await ValidarAsync(administrador, SimuladorDeTeste.Token, simulador.BaseUrl);
        var deUsuario = await ValidarAsync(administrador, "simulador-token-usuario", simulador.BaseUrl);

        Assert.Equal(
            "Conexão aceita. Domínio SIP: aurora.simulador. 4 ramais. Token de Admin Aurora, administrador.", deAdmin.GetProperty("mensagem").GetString());
        Assert.Equal(JsonValueKind.Null, deAdmin.GetProperty("aviso").ValueKind);
        Assert.True(deUsuario.GetProperty("ok").GetBoolean());
        Assert.Contains("não é administrador", deUsuario.GetProperty("aviso").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("simulador-token-invalido", null, "token_recusado", "Token recusado")]
    [InlineData("simulador-token-sem-permissao", null, "sem_permissao", "não tem permissão")]
    [InlineData("t", "http://10.0.0.1/api/v1", "endereco_nao_permitido", "Endereço não permitido")]
    [InlineData("t", "https://169.254.169.254/api/v1", "endereco_nao_permitido", "Endereço não permitido")]
    [InlineData("t", "file:///etc/passwd", "endereco_nao_permitido", "Endereço não permitido")]
    [InlineData("t", "http://127.0.0.1:9/api/v1", "inalcancavel", "Endereço inalcançável")]
    [InlineData("", null, "token_ausente", "Informe o token")]
    public async Task What_is_wrong_is_said_in_words(string token, string? baseUrl, string codigo, string mensagem)
    {
        var corpo = await ValidarAsync(await AdministradorAsync(), token, baseUrl ?? simulador.BaseUrl);

        Assert.False(corpo.GetProperty("ok").GetBoolean());
        Assert.Equal(codigo, corpo.GetProperty("codigo").GetString());
        Assert.Contains(mensagem, corpo.GetProperty("mensagem").GetString());
    }

    [Fact]
    public async Task Web_page_is_not_the_provider()
    {
        await using var site = await ProvedorFalso.IniciarAsync(c => c.Response.WriteAsync("<html>olá</html>"));

        Assert.Equal("resposta_inesperada", (await ValidarAsync(await AdministradorAsync(), "t", site.BaseUrl)).GetProperty("codigo").GetString());
    }

    [Fact]
    public async Task Silence_is_waited_for_only_so_long()
    {
        await using var mudo = await ProvedorFalso.IniciarAsync(c => Task.Delay(Timeout.Infinite, c.RequestAborted));
        await using var apressada = app.OutraInstancia();
        var pessoa = await AdministradorAsync();
        apressada.Services.GetRequiredService<Api4ComOptions>().RequestTimeout = TimeSpan.FromSeconds(1);
        using var cliente = new ClienteDeTeste(apressada.CreateClient(new() { AllowAutoRedirect = false }), pessoa.Organizacao.Base);
        await cliente.EntrarAsync(pessoa.Email, PessoaDeTeste.Senha);

        var corpo = await ClienteDeTeste.LerAsync(await cliente.PostAsync("/telefonia/validate", new { token = "t", baseUrl = mudo.BaseUrl }));

        Assert.Equal("tempo_esgotado", corpo.GetProperty("codigo").GetString());
    }

    [Fact]
    public async Task Saved_token_is_tried_where_it_was_saved_for_and_nowhere_else()
    {
        await using var armadilha = await ProvedorFalso.IniciarAsync(c => c.Response.WriteAsync("{}"));
        var pessoa = await AdministradorAsync();
        await pessoa.Organizacao.ConectarAsync(simulador.BaseUrl, SimuladorDeTeste.Token);

        Assert.Equal("ok", (await ValidarAsync(pessoa, "", simulador.BaseUrl)).GetProperty("codigo").GetString());
        Assert.Equal("token_ausente", (await ValidarAsync(pessoa, "", armadilha.BaseUrl)).GetProperty("codigo").GetString());
        Assert.Empty(armadilha.Pedidos);
    }

    [Fact]
    public async Task Only_the_administrador_tests_the_connection()
    {
        var organizacao = await app.CriarOrganizacaoAsync();
        foreach (var papel in new[] { Papel.Gestor, Papel.Vendedor })
        {
            using var cliente = await (await organizacao.PessoaAsync(papel)).EntrarAsync();
            var resposta = await cliente.PostAsync("/telefonia/validate", new { token = "t", baseUrl = simulador.BaseUrl });
            Assert.Equal(HttpStatusCode.Forbidden, resposta.StatusCode);
        }
    }

    [Fact]
    public async Task Ramal_that_was_not_saved_gets_credentials_for_one_test()
    {
        var resposta = await ValidarRamalAsync(await VendedorAsync(), "1001", "ramal-1001-aurora");

        Assert.Equal(HttpStatusCode.OK, resposta.StatusCode);
        Assert.DoesNotContain("ramal-1001-aurora", await resposta.Content.ReadAsStringAsync());
        var corpo = await ClienteDeTeste.LerAsync(resposta);
        Assert.Equal("sip:1001@aurora.simulador", corpo.GetProperty("credenciais").GetProperty("uri").GetString());
        Assert.True(corpo.GetProperty("conferido").GetBoolean());
        Assert.Equal("O ramal 1001 existe em aurora.simulador.", corpo.GetProperty("mensagem").GetString());
    }

    [Theory]
    [InlineData("1001", HttpStatusCode.OK)]
    [InlineData("9999", HttpStatusCode.UnprocessableEntity)]
    public async Task Ramal_is_the_account_s_also_where_the_phone_goes_to_another_domain(string extension, HttpStatusCode status)
    {
        var organizacao = await app.CriarOrganizacaoAsync();
        await organizacao.ConectarAsync(simulador.BaseUrl, SimuladorDeTeste.Token, "sip.empresa.example");
        using var cliente = await (await organizacao.PessoaAsync()).EntrarAsync();

        var resposta = await cliente.PostAsync("/telefonia/validate-extension", new { extension, password = "x", sipServer = "sip.empresa.example" });

        Assert.Equal(status, resposta.StatusCode);
    }

    [Fact]
    public async Task Credentials_of_the_test_are_made_for_the_realm_that_the_sip_server_asked_for()
    {
        var pessoa = await VendedorAsync();
        using var cliente = await pessoa.EntrarAsync();
        var pedido = new { extension = "1001", password = "ramal-1001-aurora", sipServer = SimuladorDeTeste.Dominio, realm = "asterisk" };

        var credenciais = (await ClienteDeTeste.LerAsync(await cliente.PostAsync("/telefonia/validate-extension", pedido))).GetProperty("credenciais");
        var recusado = await cliente.PostAsync("/telefonia/validate-extension", pedido with { realm = "a\nb" });

        Assert.Equal("asterisk", credenciais.GetProperty("realm").GetString());
        Assert.Equal("sip:1001@aurora.simulador", credenciais.GetProperty("uri").GetString());
        Assert.Equal(HttpStatusCode.UnprocessableEntity, recusado.StatusCode);
    }

    [Fact]
    public async Task Ramal_the_provider_cannot_be_asked_about_is_tested_all_the_same()
    {
        var organizacao = await app.CriarOrganizacaoAsync();
        await organizacao.ConectarAsync(sipDomain: SimuladorDeTeste.Dominio);

        var resposta = await ValidarRamalAsync(await organizacao.PessoaAsync(), "1001", "s");

        Assert.Equal(HttpStatusCode.OK, resposta.StatusCode);
        var corpo = await ClienteDeTeste.LerAsync(resposta);
        Assert.False(corpo.GetProperty("conferido").GetBoolean());
        Assert.Contains("não respondeu", corpo.GetProperty("mensagem").GetString());
    }

    [Theory]
    [InlineData("9999", "x", "ramal_desconhecido", "Extension")]
    [InlineData("1001", "", "senha_ausente", "Senha")]
    [InlineData("10 01", "x", "ramal_invalido", "Extension")]
    public async Task Ramal_that_cannot_be_tested_is_refused_at_its_field(string extension, string senha, string codigo, string campo)
    {
        var resposta = await ValidarRamalAsync(await VendedorAsync(), extension, senha);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, resposta.StatusCode);
        var corpo = await ClienteDeTeste.LerAsync(resposta);
        Assert.Equal((codigo, campo), (corpo.GetProperty("codigo").GetString(), corpo.GetProperty("campo").GetString()));
    }

    [Fact]
    public async Task Saved_password_serves_its_own_ramal_only()
    {
        var pessoa = await VendedorAsync();
        await pessoa.ComRamalAsync("1002", "ramal-1002-aurora", SimuladorDeTeste.Dominio);

        Assert.Equal(HttpStatusCode.OK, (await ValidarRamalAsync(pessoa, "1002", "")).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await ValidarRamalAsync(pessoa, "1001", "")).StatusCode);
    }

    private static async Task<JsonElement> ValidarAsync(PessoaDeTeste pessoa, string token, string baseUrl)
    {
        using var cliente = await pessoa.EntrarAsync();
        var resposta = await cliente.PostAsync("/telefonia/validate", new { token, baseUrl });
        Assert.Equal(HttpStatusCode.OK, resposta.StatusCode);
        return await ClienteDeTeste.LerAsync(resposta);
    }

    private static async Task<HttpResponseMessage> ValidarRamalAsync(PessoaDeTeste pessoa, string extension, string password)
    {
        using var cliente = await pessoa.EntrarAsync();
        return await cliente.PostAsync("/telefonia/validate-extension", new { extension, password, sipServer = SimuladorDeTeste.Dominio });
    }

    private async Task<PessoaDeTeste> AdministradorAsync() => await (await app.CriarOrganizacaoAsync()).PessoaAsync(Papel.Administrador);

    private async Task<PessoaDeTeste> VendedorAsync()
    {
        var organizacao = await app.CriarOrganizacaoAsync();
        await organizacao.ConectarAsync(simulador.BaseUrl, SimuladorDeTeste.Token, SimuladorDeTeste.Dominio);
        return await organizacao.PessoaAsync();
    }
}
