using System.Net;
using AngleSharp.Html.Dom;
using CrmVoip.Domain;
using CrmVoip.IntegrationTests.Infra;

namespace CrmVoip.IntegrationTests.Features.Shared.Erros;

[Collection(AplicacaoFixture.Colecao)]
public sealed class ErrosTests(AplicacaoFixture app)
{
    [Theory]
    [InlineData("/conexoes", HttpStatusCode.Forbidden, "Você não tem permissão para isso")]
    [InlineData("/oportunidades/nada", HttpStatusCode.NotFound, "Não encontramos esta página")]
    [InlineData("/oportunidades/3f2504e0-4f89-41d3-9a0c-0305e82c3301", HttpStatusCode.NotFound, "Não encontramos esta página")]
    public async Task Member_keeps_the_navigation_and_the_way_back(string caminho, HttpStatusCode status, string titulo)
    {
        var pessoa = await (await app.CriarOrganizacaoAsync()).PessoaAsync(Papel.Vendedor);
        using var cliente = await pessoa.EntrarAsync();

        var resposta = await cliente.GetAsync(caminho);
        var pagina = await ClienteDeTeste.PaginaAsync(resposta);

        Assert.Equal(status, resposta.StatusCode);
        Assert.Equal(titulo, pagina.QuerySelector("main h1")!.TextContent);
        Assert.Equal($"{pessoa.Organizacao.Base}/ramais", pagina.QuerySelectorAll("nav a").Single(a => a.TextContent == "Meu ramal").GetAttribute("href"));
        Assert.Equal($"{pessoa.Organizacao.Base}/oportunidades", Acoes(pagina).Single());
    }

    [Fact]
    public async Task Outsider_is_shown_nothing_of_the_organization()
    {
        var alheia = await app.CriarOrganizacaoAsync();
        using var cliente = await (await (await app.CriarOrganizacaoAsync()).PessoaAsync()).EntrarAsync();

        var resposta = await cliente.Http.GetAsync($"{alheia.Base}/nada");
        var pagina = await ClienteDeTeste.PaginaAsync(resposta);

        Assert.Equal(HttpStatusCode.NotFound, resposta.StatusCode);
        Assert.Null(pagina.QuerySelector("nav"));
        Assert.DoesNotContain(alheia.Slug, pagina.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["/"], Acoes(pagina));
    }

    [Fact]
    public async Task Form_that_went_stale_says_so_inside_the_organization()
    {
        var pessoa = await (await app.CriarOrganizacaoAsync()).PessoaAsync();
        using var cliente = await pessoa.EntrarAsync();

        var resposta = await cliente.Http.PostAsync($"{pessoa.Organizacao.Base}/ramais", new FormUrlEncodedContent([]));
        var pagina = await ClienteDeTeste.PaginaAsync(resposta);

        Assert.Equal(HttpStatusCode.BadRequest, resposta.StatusCode);
        Assert.Equal("A página ficou desatualizada", pagina.QuerySelector("main h1")!.TextContent);
        Assert.Equal([$"{pessoa.Organizacao.Base}/oportunidades"], Acoes(pagina));
    }

    [Theory]
    [InlineData(400, "A página ficou desatualizada", true)]
    [InlineData(401, "Sua sessão expirou", false)]
    [InlineData(403, "Você não tem permissão para isso", false)]
    [InlineData(404, "Não encontramos esta página", false)]
    [InlineData(405, "Não encontramos esta página", false)]
    [InlineData(413, "Isso é grande demais", false)]
    [InlineData(429, "Tentativas demais", true)]
    [InlineData(500, "Algo deu errado do nosso lado", true)]
    [InlineData(502, "Algo deu errado do nosso lado", true)]
    [InlineData(503, "O CrmVoip está fora do ar", true)]
    public async Task Each_failure_says_what_happened_and_what_to_do_next(int codigo, string titulo, bool repete)
    {
        using var http = app.Cliente();

        var resposta = await http.GetAsync($"/erro/{codigo}");
        var pagina = await ClienteDeTeste.PaginaAsync(resposta);

        Assert.Equal(codigo, (int)resposta.StatusCode);
        Assert.Equal(titulo, pagina.QuerySelector("h1")!.TextContent);
        Assert.Equal(repete, Acoes(pagina).Contains(""));
        Assert.Equal(codigo >= 500, pagina.QuerySelector("code") is { TextContent.Length: > 0 });
    }

    private static IEnumerable<string?> Acoes(IHtmlDocument pagina) => pagina.QuerySelectorAll("main .vazio__acoes a").Select(a => a.GetAttribute("href"));
}
