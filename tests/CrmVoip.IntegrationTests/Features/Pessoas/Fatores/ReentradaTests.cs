using System.Net;
using CrmVoip.IntegrationTests.Infra;

namespace CrmVoip.IntegrationTests.Features.Pessoas.Fatores;

/// <summary>A session that ended is taken up again over its page: by its person alone, with all that a sign-in asks for.</summary>
[Collection(AplicacaoFixture.Colecao)]
public sealed class ReentradaTests(AplicacaoFixture app)
{
    private const string Endereco = "/conta/reentrar";

    [Fact]
    public async Task The_password_opens_a_session_whose_token_the_open_page_can_use()
    {
        var pessoa = await (await app.CriarOrganizacaoAsync()).PessoaAsync();
        using var http = app.Cliente();
        var visitante = new Visitante(http);
        await visitante.AbrirAsync(Endereco);

        var errada = await visitante.ApertarAsync("Entrar", Campos(pessoa, pessoa.Email, "outra-senha-bem-comprida"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, errada.StatusCode);
        Assert.Equal("E-mail ou senha não conferem.", visitante.Pagina.QuerySelector("#reentrada-senha-erro")!.TextContent);
        Assert.Null(visitante.Pagina.QuerySelector("main"));
        Assert.Equal(HttpStatusCode.NoContent, (await visitante.ApertarAsync("Entrar", Campos(pessoa, pessoa.Email))).StatusCode);

        var dentro = await ClienteDeTeste.LerAsync(await http.GetAsync(Endereco));
        Assert.Equal(pessoa.Id, dentro.GetProperty("pessoa").GetGuid());
        using var pedido = new HttpRequestMessage(HttpMethod.Post, $"{pessoa.Organizacao.Base}/oportunidades/criar");
        pedido.Headers.Add("X-CSRF-TOKEN", dentro.GetProperty("token").GetString());
        pedido.Content = new FormUrlEncodedContent([KeyValuePair.Create("Titulo", "")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await http.SendAsync(pedido)).StatusCode);
    }

    [Fact]
    public async Task Nobody_else_is_let_into_the_page_and_the_refusal_tells_nothing()
    {
        var organizacao = await app.CriarOrganizacaoAsync();
        var (ana, bruno) = (await organizacao.PessoaAsync(), await organizacao.PessoaAsync());
        using var http = app.Cliente();
        var visitante = new Visitante(http);

        foreach (var email in new[] { bruno.Email, "ninguem@exemplo.example" })
        {
            await visitante.AbrirAsync(Endereco);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, (await visitante.ApertarAsync("Entrar", Campos(ana, email))).StatusCode);
            Assert.Equal("E-mail ou senha não conferem.", visitante.Pagina.QuerySelector("#reentrada-senha-erro")!.TextContent);
        }

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await visitante.ApertarAsync("Entrar", ("Email", bruno.Email), ("Senha", PessoaDeTeste.Senha))).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await http.GetAsync($"{organizacao.Base}/oportunidades")).StatusCode);
    }

    [Fact]
    public async Task The_second_factor_is_asked_for_too_by_the_app_or_a_recovery_code()
    {
        var pessoa = await (await app.CriarOrganizacaoAsync()).PessoaAsync();
        using var cliente = await pessoa.EntrarAsync();
        var fator = await FatorDeTeste.LigarAsync(pessoa, cliente.Http);

        foreach (var codigo in new[] { await fator.CodigoAsync(), fator.Codigos[0] })
        {
            using var http = app.Cliente();
            var visitante = new Visitante(http);
            await visitante.AbrirAsync(Endereco);
            Assert.Equal(HttpStatusCode.OK, (await visitante.ApertarAsync("Entrar", Campos(pessoa, pessoa.Email))).StatusCode);
            Assert.Equal(HttpStatusCode.Redirect, (await http.GetAsync($"{pessoa.Organizacao.Base}/oportunidades")).StatusCode);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, (await visitante.ApertarAsync("Entrar", ("Pessoa", $"{pessoa.Id}"), ("Codigo", fator.Errado()))).StatusCode);

            Assert.Equal(HttpStatusCode.NoContent, (await visitante.ApertarAsync("Entrar", ("Pessoa", $"{pessoa.Id}"), ("Codigo", codigo))).StatusCode);
            Assert.Equal(HttpStatusCode.OK, (await http.GetAsync($"{pessoa.Organizacao.Base}/oportunidades")).StatusCode);
        }
    }

    [Fact]
    public async Task A_code_for_somebody_elses_page_starts_over()
    {
        var organizacao = await app.CriarOrganizacaoAsync();
        var pessoa = await organizacao.PessoaAsync();
        using var cliente = await pessoa.EntrarAsync();
        var fator = await FatorDeTeste.LigarAsync(pessoa, cliente.Http);
        using var http = app.Cliente();
        var visitante = new Visitante(http);
        await visitante.AbrirAsync(Endereco);
        await visitante.ApertarAsync("Entrar", Campos(pessoa, pessoa.Email));

        var resposta = await visitante.ApertarAsync("Entrar", ("Pessoa", $"{(await organizacao.PessoaAsync()).Id}"), ("Codigo", await fator.CodigoAsync()));

        Assert.Equal(HttpStatusCode.OK, resposta.StatusCode);
        Assert.Equal("Comece de novo: informe a senha.", visitante.Pagina.QuerySelector("#reentrada-senha-erro")!.TextContent);
        Assert.Equal(HttpStatusCode.Redirect, (await http.GetAsync($"{organizacao.Base}/oportunidades")).StatusCode);
    }

    private static (string Campo, string Valor)[] Campos(PessoaDeTeste pessoa, string email, string senha = PessoaDeTeste.Senha) =>
        [("Pessoa", $"{pessoa.Id}"), ("Email", email), ("Senha", senha)];
}
