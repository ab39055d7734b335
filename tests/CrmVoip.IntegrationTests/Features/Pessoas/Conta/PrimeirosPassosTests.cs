using System.Net;
using AngleSharp.Dom;
using CrmVoip.Domain;
using CrmVoip.Domain.Ligacoes;
using CrmVoip.Features.Pessoas.Conta;
using CrmVoip.IntegrationTests.Infra;

namespace CrmVoip.IntegrationTests.Features.Pessoas.Conta;

[Collection(AplicacaoFixture.Colecao)]
public sealed class PrimeirosPassosTests(AplicacaoFixture app)
{
    private const string Quadro = "/oportunidades";

    [Fact]
    public async Task Administrador_of_a_new_organization_starts_by_connecting()
    {
        using var cliente = await (await ComQuadroAsync(Papel.Administrador)).EntrarAsync();

        var faixa = (await FaixaAsync(cliente, Quadro))!;

        Assert.Equal(["conexao:espera", "ramal:espera", "microfone:espera", "ligacao:espera"], Estados(faixa));
        Assert.Equal("conexao", Proximo(faixa));
        Assert.EndsWith("/conexoes/api4com", faixa.QuerySelector("[data-passo=conexao] a")!.GetAttribute("href"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Vendedor_is_told_who_connects()
    {
        using var cliente = await (await ComQuadroAsync(Papel.Vendedor)).EntrarAsync();

        var passo = (await FaixaAsync(cliente, Quadro))!.QuerySelector("[data-passo=conexao]")!;

        Assert.Null(passo.QuerySelector("a"));
        Assert.Contains("peça a um administrador", passo.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/oportunidades")]
    [InlineData("/conexoes")]
    [InlineData("/ramais")]
    public async Task Each_fact_ticks_its_step_and_the_call_ends_them(string pagina)
    {
        var pessoa = await ComQuadroAsync(Papel.Administrador);
        using var cliente = await pessoa.EntrarAsync();

        await pessoa.Organizacao.ConectarAsync();
        var conectada = (await FaixaAsync(cliente, pagina))!;
        Assert.Equal(["conexao:feito", "ramal:espera", "microfone:espera", "ligacao:espera"], Estados(conectada));
        Assert.Equal("ramal", Proximo(conectada));

        await pessoa.ComRamalAsync();
        var comRamal = (await FaixaAsync(cliente, pagina))!;
        Assert.Equal(["conexao:feito", "ramal:feito", "microfone:espera", "ligacao:espera"], Estados(comRamal));
        Assert.Equal("microfone", Proximo(comRamal));

        await LigarAsync(pessoa);
        Assert.Null(await FaixaAsync(cliente, pagina));
    }

    [Fact]
    public async Task Broken_connection_asks_to_be_mended_before_the_first_call_and_brings_nothing_back_after_it()
    {
        var pessoa = await ComQuadroAsync(Papel.Administrador);
        var integracao = await pessoa.Organizacao.ConectarAsync();
        await pessoa.ComRamalAsync();
        await pessoa.Organizacao.ComDbAsync(async db =>
        {
            db.Attach(integracao);
            integracao.MarcarErro("A API4COM recusou o token.", DateTimeOffset.UtcNow);
            return await db.SaveChangesAsync();
        });
        using var cliente = await pessoa.EntrarAsync();

        var passo = (await FaixaAsync(cliente, Quadro))!.QuerySelector("[data-passo=conexao]")!;
        Assert.Equal("espera", passo.GetAttribute("data-estado"));
        Assert.Contains("Corrigir a conexão", passo.TextContent, StringComparison.Ordinal);

        await LigarAsync(pessoa);
        Assert.Null(await FaixaAsync(cliente, Quadro));
    }

    [Fact]
    public async Task Call_and_ramal_of_somebody_else_tick_nothing()
    {
        var pessoa = await ComQuadroAsync(Papel.Vendedor);
        var colega = await pessoa.Organizacao.PessoaAsync();
        await colega.ComRamalAsync();
        await LigarAsync(colega);
        using var cliente = await pessoa.EntrarAsync();

        Assert.Equal(["conexao:espera", "ramal:espera", "microfone:espera", "ligacao:espera"], Estados((await FaixaAsync(cliente, Quadro))!));
    }

    [Fact]
    public async Task Who_dismissed_them_sees_them_no_more_and_a_colleague_at_the_same_browser_does()
    {
        var pessoa = await ComQuadroAsync(Papel.Vendedor);
        var colega = await pessoa.Organizacao.PessoaAsync();
        using var cliente = await pessoa.EntrarAsync();
        cliente.Http.DefaultRequestHeaders.Add("Cookie", $"{PrimeirosPassos.Cookie(pessoa.Id)}=dispensados");
        using var doColega = await colega.EntrarAsync();
        doColega.Http.DefaultRequestHeaders.Add("Cookie", $"{PrimeirosPassos.Cookie(pessoa.Id)}=dispensados");

        Assert.Null(await FaixaAsync(cliente, Quadro));
        Assert.NotNull(await FaixaAsync(doColega, Quadro));
    }

    [Fact]
    public async Task Page_that_asks_again_gets_an_answer_only_when_something_changed()
    {
        var pessoa = await ComQuadroAsync(Papel.Administrador);
        using var cliente = await pessoa.EntrarAsync();
        cliente.Http.DefaultRequestHeaders.Add("HX-Request", "true");

        async Task<HttpResponseMessage> PerguntarAsync(IElement? faixa) =>
            await cliente.Http.GetAsync(faixa!.QuerySelector("#primeiros-passos")!.GetAttribute("hx-get"));

        var antes = await ClienteDeTeste.PaginaAsync(await cliente.GetAsync("/primeiros-passos"));
        Assert.Equal(HttpStatusCode.NoContent, (await PerguntarAsync(antes.Body)).StatusCode);

        await pessoa.Organizacao.ConectarAsync();
        await pessoa.ComRamalAsync();
        var depois = await PerguntarAsync(antes.Body);
        Assert.Equal(HttpStatusCode.OK, depois.StatusCode);
        var faixa = await ClienteDeTeste.PaginaAsync(depois);
        Assert.Equal("microfone", Proximo(faixa.Body!));

        await LigarAsync(pessoa);
        var fim = await PerguntarAsync(faixa.Body);
        Assert.Equal("", (await fim.Content.ReadAsStringAsync()).Trim());
        Assert.Contains("avisar", fim.Headers.GetValues("HX-Trigger").Single(), StringComparison.Ordinal);
    }

    private async Task<PessoaDeTeste> ComQuadroAsync(Papel papel)
    {
        var pessoa = await (await app.CriarOrganizacaoAsync()).PessoaAsync(papel);
        await pessoa.Organizacao.OportunidadeAsync(pessoa);
        return pessoa;
    }

    private static Task LigarAsync(PessoaDeTeste pessoa) => pessoa.Organizacao.SalvarAsync(
        new Ligacao(pessoa.Organizacao.Id, Guid.NewGuid(), pessoa.Id, CenaDeLigacao.Numero, "1001", DateTimeOffset.UtcNow));

    private static async Task<IElement?> FaixaAsync(ClienteDeTeste cliente, string pagina) =>
        (await cliente.PaginaAsync(pagina)).QuerySelector("#primeiros-passos");

    private static IEnumerable<string> Estados(IElement faixa) =>
        faixa.QuerySelectorAll("[data-passo]").Select(p => $"{p.GetAttribute("data-passo")}:{p.GetAttribute("data-estado")}");

    private static string? Proximo(IElement faixa) => faixa.QuerySelector("[aria-current=step]")?.GetAttribute("data-passo");
}
