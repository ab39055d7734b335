using System.Net;
using CrmVoip.Features.Pessoas.Conta.Sessoes;
using CrmVoip.IntegrationTests.Infra;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace CrmVoip.IntegrationTests.Features.Pessoas.Conta;

[Collection(AplicacaoFixture.Colecao)]
public sealed class SegurancaTests(AplicacaoFixture app)
{
    private const string Nova = "canoa verde no rio calmo";

    [Fact]
    public async Task Page_shows_who_it_is_and_the_last_ten_facts_of_this_account_only()
    {
        var pessoa = await (await app.CriarOrganizacaoAsync()).PessoaAsync();
        for (var vez = 0; vez < 11; vez++)
        {
            using var outra = await pessoa.EntrarAsync();
        }

        using var http = app.Cliente();
        http.DefaultRequestHeaders.UserAgent.ParseAdd("Mozilla/5.0 (Windows NT 10.0) Chrome/140.0 Safari/537.36");
        using var cliente = new ClienteDeTeste(http, "");
        await cliente.EntrarAsync(pessoa.Email, PessoaDeTeste.Senha);

        var pagina = await cliente.PaginaAsync("/conta/seguranca");

        Assert.Contains(pessoa.Email, pagina.QuerySelector(".cabecalho")!.TextContent, StringComparison.Ordinal);
        var linhas = pagina.QuerySelectorAll("[aria-labelledby=atividade] tbody tr");
        Assert.Equal(10, linhas.Length);
        Assert.Contains("Entrou", linhas[0].TextContent, StringComparison.Ordinal);
        Assert.Contains("Chrome no Windows", linhas[0].TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task New_password_keeps_this_session_and_ends_the_others_at_once()
    {
        var pessoa = await (await app.CriarOrganizacaoAsync()).PessoaAsync();
        using var esta = await pessoa.EntrarAsync();
        using var outra = await pessoa.EntrarAsync();
        var visitante = new Visitante(esta.Http);
        await visitante.AbrirAsync("/conta/seguranca");

        var resposta = await visitante.ApertarAsync("Trocar senha", ("SenhaAtual", PessoaDeTeste.Senha), ("NovaSenha", Nova));

        Assert.Equal("/conta/seguranca", resposta.Headers.Location!.ToString());
        await visitante.AbrirAsync("/conta/seguranca");
        Assert.Contains("Senha trocada.", visitante.Texto, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await esta.GetAsync("/oportunidades")).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await outra.GetAsync("/oportunidades")).StatusCode);
        using var comANova = new ClienteDeTeste(app.Cliente(), "");
        await comANova.EntrarAsync(pessoa.Email, Nova);
    }

    [Fact]
    public async Task Another_instance_ends_the_other_sessions_within_seconds()
    {
        var pessoa = await (await app.CriarOrganizacaoAsync()).PessoaAsync();
        using var esta = await pessoa.EntrarAsync();
        var relogio = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var instancia = app.OutraInstancia().WithWebHostBuilder(b => b.ConfigureTestServices(s => s.AddSingleton<TimeProvider>(relogio)));
        using var outra = new ClienteDeTeste(instancia.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false }), pessoa.Organizacao.Base);
        await outra.EntrarAsync(pessoa.Email, PessoaDeTeste.Senha);
        var visitante = new Visitante(esta.Http);
        await visitante.AbrirAsync("/conta/seguranca/sair-de-tudo");
        await visitante.ApertarAsync("Sair de todos os aparelhos");

        relogio.Advance(SessoesVivas.Intervalo);

        Assert.Equal(HttpStatusCode.Redirect, (await outra.GetAsync("/oportunidades")).StatusCode);
    }

    [Theory]
    [InlineData("senha errada qualquer", Nova, "#SenhaAtual-erro", "A senha atual não confere.")]
    [InlineData("", Nova, "#SenhaAtual-erro", "Informe a senha atual.")]
    [InlineData(PessoaDeTeste.Senha, PessoaDeTeste.Senha, "#NovaSenha-erro", "A nova senha precisa ser diferente da atual.")]
    [InlineData(PessoaDeTeste.Senha, "123456789012", "#NovaSenha-erro", "Esta senha é fácil de adivinhar. Junte quatro ou mais palavras que só você juntaria.")]
    public async Task Refused_change_is_told_at_its_field_and_changes_nothing(string atual, string nova, string campo, string mensagem)
    {
        var pessoa = await (await app.CriarOrganizacaoAsync()).PessoaAsync();
        using var cliente = await pessoa.EntrarAsync();
        var visitante = new Visitante(cliente.Http);
        await visitante.AbrirAsync("/conta/seguranca");

        var resposta = await visitante.ApertarAsync("Trocar senha", ("SenhaAtual", atual), ("NovaSenha", nova));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, resposta.StatusCode);
        Assert.Equal(mensagem, visitante.Pagina.QuerySelector(campo)!.TextContent);
        using var aindaCom = await pessoa.EntrarAsync();
    }

    [Fact]
    public async Task Password_cannot_be_guessed_from_a_session_left_open()
    {
        var pessoa = await (await app.CriarOrganizacaoAsync()).PessoaAsync();
        using var cliente = await pessoa.EntrarAsync();
        var visitante = new Visitante(cliente.Http);
        await visitante.AbrirAsync("/conta/seguranca");
        for (var vez = 0; vez < 10; vez++)
        {
            await visitante.ApertarAsync("Trocar senha", ("SenhaAtual", $"palpite {vez}"), ("NovaSenha", Nova));
        }

        await visitante.ApertarAsync("Trocar senha", ("SenhaAtual", PessoaDeTeste.Senha), ("NovaSenha", Nova));

        Assert.Contains("bloqueada", visitante.Pagina.QuerySelector("#SenhaAtual-erro")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Entrada bloqueada", visitante.Pagina.QuerySelector("[aria-labelledby=atividade] tbody")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Signing_out_everywhere_asks_first_and_ends_every_session()
    {
        var pessoa = await (await app.CriarOrganizacaoAsync()).PessoaAsync();
        using var esta = await pessoa.EntrarAsync();
        using var outra = await pessoa.EntrarAsync();
        var visitante = new Visitante(esta.Http);
        await visitante.AbrirAsync("/conta/seguranca/sair-de-tudo");
        Assert.Equal(HttpStatusCode.OK, (await outra.GetAsync("/oportunidades")).StatusCode);

        var resposta = await visitante.ApertarAsync("Sair de todos os aparelhos");

        Assert.Equal("/conta/entrar", resposta.Headers.Location!.ToString());
        Assert.Equal(HttpStatusCode.Redirect, (await esta.GetAsync("/oportunidades")).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await outra.GetAsync("/oportunidades")).StatusCode);
        using var deNovo = await pessoa.EntrarAsync();
        var pagina = await ClienteDeTeste.PaginaAsync(await deNovo.Http.GetAsync("/conta/seguranca"));
        Assert.Contains("Saiu de todos os aparelhos", pagina.QuerySelector("[aria-labelledby=atividade] tbody")!.TextContent, StringComparison.Ordinal);
    }
}
