using System.Net;
using CrmVoip.Domain;
using CrmVoip.IntegrationTests.Infra;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.IntegrationTests.Features.Telefonia.Ramais;

[Collection(AplicacaoFixture.Colecao)]
public sealed class RamaisTests(AplicacaoFixture app, SimuladorDeTeste simulador) : IClassFixture<SimuladorDeTeste>
{
    [Fact]
    public async Task Get_OfSomebodyTheProviderKnows_IsFilledIn()
    {
        var organizacao = await OrganizacaoAsync();
        var email = $"ana{Guid.NewGuid():N}@aurora.example";
        using var desconhecida = await (await organizacao.PessoaAsync(email: email)).EntrarAsync();

        Assert.Equal(SimuladorDeTeste.Dominio, (await desconhecida.PaginaAsync("/ramais")).QuerySelector("#SipServer")!.GetAttribute("value"));

        await using var provedor = await ProvedorFalso.IniciarAsync(c => Microsoft.AspNetCore.Http.HttpResponseWritingExtensions.WriteAsync(
            c.Response, $$"""[{"domain":"x.api4com.com","ramal":1007,"senha":"segredo-do-provedor","email_address":"{{email}}","first_name":"Ana"}]"""));
        var outra = await app.CriarOrganizacaoAsync();
        await outra.ConectarAsync(provedor.BaseUrl);
        using var conhecida = await (await outra.MembroTambemAsync(new PessoaDeTeste(outra, await UsuarioAsync(organizacao, email), email, Papel.Vendedor))).EntrarAsync();
        var pagina = await conhecida.PaginaAsync("/ramais");

        Assert.Equal("1007", pagina.QuerySelector("#Extension")!.GetAttribute("value"));
        Assert.Equal("x.api4com.com", pagina.QuerySelector("#SipServer")!.GetAttribute("value"));
        Assert.DoesNotContain("segredo-do-provedor", pagina.DocumentElement.OuterHtml);
    }

    [Fact]
    public async Task Suggestion_ByExtension_TellsServerAndNameAndNothingElse()
    {
        using var cliente = await (await (await OrganizacaoAsync()).PessoaAsync()).EntrarAsync();

        var resposta = await cliente.PostAsync("/ramais/sugestao", new { extension = " 1002 " });

        Assert.Equal(HttpStatusCode.OK, resposta.StatusCode);
        Assert.True(resposta.Headers.CacheControl?.NoStore);
        var texto = await resposta.Content.ReadAsStringAsync();
        Assert.Equal("""{"situacao":"encontrado","sipServer":"aurora.simulador"}""", texto);
    }

    [Fact]
    public async Task Suggestion_OfAnUnknownExtension_OrWithoutTheProvider_SaysSo()
    {
        using var cliente = await (await (await OrganizacaoAsync()).PessoaAsync()).EntrarAsync();
        var desligada = await app.CriarOrganizacaoAsync();
        await desligada.ConectarAsync();
        using var semProvedor = await (await desligada.PessoaAsync()).EntrarAsync();

        Assert.Equal("desconhecido", await SituacaoAsync(cliente, "9999"));
        Assert.Equal("sem_resposta", await SituacaoAsync(semProvedor, "1001"));
        Assert.Equal(HttpStatusCode.OK, (await semProvedor.GetAsync("/ramais")).StatusCode);
    }

    [Fact]
    public async Task Suggestions_AreLimitedPerPerson()
    {
        var organizacao = await app.CriarOrganizacaoAsync();
        await using var produto = app.InstanciaComLimites();
        using var cliente = await (await organizacao.PessoaAsync()).EntrarAsync(produto);
        using var outra = await (await organizacao.PessoaAsync()).EntrarAsync(produto);

        var respostas = new List<HttpStatusCode>();
        for (var i = 0; i < 31; i++)
        {
            respostas.Add((await cliente.PostAsync("/ramais/sugestao", new { extension = "1001" })).StatusCode);
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, respostas[^1]);
        Assert.Equal("sem_resposta", await SituacaoAsync(outra, "1001"));
    }

    [Fact]
    public async Task Get_TellsTheStateOfTheLine()
    {
        var pessoa = await (await OrganizacaoAsync()).PessoaAsync();
        using var cliente = await pessoa.EntrarAsync();
        Assert.Contains("Sem ramal", await LinhaAsync(cliente));

        await SalvarAsync(cliente, "1001", "s");
        var ativa = await LinhaAsync(cliente);
        Assert.Contains("Linha pronta", ativa);
        Assert.DoesNotContain("Atribuído", ativa);

        await cliente.FormAsync("/ramais", ("Extension", "1001"), ("SipServer", "teste.simulador"), ("Status", "Inativo"));
        Assert.Contains("Linha inativa", await LinhaAsync(cliente));
    }

    [Fact]
    public async Task Save_SealsThePasswordAndNeverShowsIt()
    {
        var pessoa = await (await OrganizacaoAsync()).PessoaAsync();
        using var cliente = await pessoa.EntrarAsync();

        var resposta = await SalvarAsync(cliente, "1001", "senha-muito-secreta");

        Assert.Equal(HttpStatusCode.Redirect, resposta.StatusCode);
        var pagina = await cliente.PaginaAsync("/ramais");
        Assert.Equal("1001", pagina.QuerySelector("#Extension")!.GetAttribute("value"));
        Assert.DoesNotContain("senha-muito-secreta", pagina.DocumentElement.OuterHtml);
        Assert.Contains("Guardada", pagina.QuerySelector("#Senha-ajuda")!.TextContent);
        var segredo = await pessoa.Organizacao.ComDbAsync(db => db.RamaisVoipSegredos.SingleAsync(), como: pessoa);
        Assert.DoesNotContain("senha-muito-secreta", segredo.PasswordEncrypted);
        Assert.Equal(HttpStatusCode.OK, (await cliente.PostAsync("/telefonia/credenciais")).StatusCode);
    }

    [Fact]
    public async Task Save_WithNewPassword_AddsAVersionAndWithNoneKeepsIt()
    {
        var pessoa = await (await OrganizacaoAsync()).PessoaAsync();
        using var cliente = await pessoa.EntrarAsync();
        await SalvarAsync(cliente, "1001", "primeira");
        var antes = await Ha1Async(cliente);

        Assert.Equal(HttpStatusCode.Redirect, (await SalvarAsync(cliente, "1001", "")).StatusCode);
        Assert.Equal(antes, await Ha1Async(cliente));
        await SalvarAsync(cliente, "1001", "segunda");
        Assert.NotEqual(antes, await Ha1Async(cliente));
        Assert.Equal(2, await pessoa.Organizacao.ComDbAsync(db => db.RamaisVoipSegredos.CountAsync(), como: pessoa));
    }

    [Theory]
    [InlineData("", "s", "x.api4com.com", "Extension", "Informe o ramal")]
    [InlineData("10 01", "s", "x.api4com.com", "Extension", "só letras e números")]
    [InlineData("1001", "", "x.api4com.com", "Senha", "Informe a senha SIP")]
    [InlineData("1001", "s", "", "SipServer", "Informe o servidor SIP")]
    [InlineData("1001", "s", "x; script-src *", "SipServer", "não é um servidor SIP")]
    public async Task Save_ThatIsWrong_SaysSoAtTheFieldAndLosesNothingButThePassword(string extension, string senha, string servidor, string campo, string mensagem)
    {
        using var cliente = await (await (await OrganizacaoAsync()).PessoaAsync()).EntrarAsync();

        var resposta = await SalvarAsync(cliente, extension, senha, servidor);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, resposta.StatusCode);
        var pagina = await ClienteDeTeste.PaginaAsync(resposta);
        Assert.Contains(mensagem, pagina.QuerySelector($"#{campo}-erro")!.TextContent);
        Assert.Equal(extension, pagina.QuerySelector("#Extension")!.GetAttribute("value") ?? "");
        Assert.Equal(servidor, pagina.QuerySelector("#SipServer")!.GetAttribute("value") ?? "");
        Assert.Equal("Mesa da Ana", pagina.QuerySelector("#NomeExibicao")!.GetAttribute("value"));
        Assert.True(string.IsNullOrEmpty(pagina.QuerySelector("#Senha")!.GetAttribute("value")));
    }

    [Fact]
    public async Task Save_OfARamalSomebodyElseHas_IsRefused()
    {
        var organizacao = await OrganizacaoAsync();
        using var primeira = await (await organizacao.PessoaAsync(Papel.Administrador)).EntrarAsync();
        using var segunda = await (await organizacao.PessoaAsync()).EntrarAsync();
        await SalvarAsync(primeira, "1001", "s");

        var resposta = await SalvarAsync(segunda, "1001", "s");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, resposta.StatusCode);
        Assert.Contains("já é de outra pessoa", (await ClienteDeTeste.PaginaAsync(resposta)).QuerySelector("#Extension-erro")!.TextContent);
        Assert.Equal(HttpStatusCode.Conflict, (await segunda.PostAsync("/telefonia/credenciais")).StatusCode);
    }

    private static async Task<string?> SituacaoAsync(ClienteDeTeste cliente, string extension) =>
        (await ClienteDeTeste.LerAsync(await cliente.PostAsync("/ramais/sugestao", new { extension }))).GetProperty("situacao").GetString();

    private static async Task<string> LinhaAsync(ClienteDeTeste cliente) =>
        (await cliente.PaginaAsync("/ramais")).QuerySelector("[aria-label='Situação da linha']")!.TextContent;

    private static async Task<string?> Ha1Async(ClienteDeTeste cliente) =>
        (await ClienteDeTeste.LerAsync(await cliente.PostAsync("/telefonia/credenciais"))).GetProperty("ha1").GetString();

    private static Task<HttpResponseMessage> SalvarAsync(ClienteDeTeste cliente, string extension, string senha, string servidor = "teste.simulador") =>
        cliente.FormAsync(
            "/ramais",
            ("Extension", extension), ("Senha", senha), ("SipServer", servidor), ("NomeExibicao", "Mesa da Ana"), ("Status", "Ativo"));

    private static Task<Guid> UsuarioAsync(OrganizacaoDeTeste organizacao, string email) =>
        organizacao.ComDbAsync(db => db.Membros.Where(m => m.Email == email).Select(m => m.UsuarioId).SingleAsync());

    private async Task<OrganizacaoDeTeste> OrganizacaoAsync()
    {
        var organizacao = await app.CriarOrganizacaoAsync();
        await organizacao.ConectarAsync(simulador.BaseUrl, SimuladorDeTeste.Token, SimuladorDeTeste.Dominio);
        return organizacao;
    }
}
