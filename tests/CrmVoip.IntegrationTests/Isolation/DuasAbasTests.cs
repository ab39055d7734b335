using System.Net;
using CrmVoip.Domain;
using CrmVoip.IntegrationTests.Infra;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.IntegrationTests.Isolation;

/// <summary>One person, one browser, two organizations open at once: the address alone says where a request lands.</summary>
[Collection(AplicacaoFixture.Colecao)]
public sealed class DuasAbasTests(AplicacaoFixture app)
{
    private static readonly string[] _cookies = ["crm.sessao", "crm.aparelho", "crm.csrf", "crm.aviso"];

    [Fact]
    public async Task Writes_of_two_tabs_taking_turns_land_where_their_address_says()
    {
        var (http, a, b) = await DuasAbasAsync();
        using var _ = http;
        for (var vez = 1; vez <= 5; vez++)
        {
            // The tab of A is drawn, then B is used, then A's form is sent: with the token it was drawn with.
            var formularioDeA = await a.TokenAsync(http);
            Assert.Equal(HttpStatusCode.Redirect, (await b.CriarAsync(http, $"Em B {vez}", await b.TokenAsync(http))).StatusCode);
            Assert.Equal(HttpStatusCode.Redirect, (await a.CriarAsync(http, $"Em A {vez}", formularioDeA)).StatusCode);
        }

        Assert.Equal(["Em A 1", "Em A 2", "Em A 3", "Em A 4", "Em A 5"], await a.TitulosAsync());
        Assert.Equal(["Em B 1", "Em B 2", "Em B 3", "Em B 4", "Em B 5"], await b.TitulosAsync());
        Assert.DoesNotContain("Em B", (await ClienteDeTeste.PaginaAsync(await http.GetAsync($"{a.Organizacao.Base}/oportunidades"))).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Writes_of_two_tabs_at_the_same_moment_land_where_their_address_says()
    {
        var (http, a, b) = await DuasAbasAsync();
        using var _ = http;
        var (tokenA, tokenB) = (await a.TokenAsync(http), await b.TokenAsync(http));

        for (var vez = 1; vez <= 6; vez++)
        {
            await Task.WhenAll(a.CriarAsync(http, $"Em A {vez}", tokenA), b.CriarAsync(http, $"Em B {vez}", tokenB));
        }

        Assert.All(await a.TitulosAsync(), t => Assert.StartsWith("Em A", t, StringComparison.Ordinal));
        Assert.All(await b.TitulosAsync(), t => Assert.StartsWith("Em B", t, StringComparison.Ordinal));
        Assert.Equal((6, 6), ((await a.TitulosAsync()).Count, (await b.TitulosAsync()).Count));
    }

    [Fact]
    public async Task Choosing_an_organization_in_one_tab_moves_no_other_tab()
    {
        var (http, a, b) = await DuasAbasAsync();
        using var _ = http;
        var visitante = new Visitante(http);
        await visitante.AbrirAsync("/conta/organizacoes");
        var escolha = visitante.Pagina.QuerySelector($"form[action='/conta/organizacoes/{b.Organizacao.Slug}']")!;
        await http.PostAsync(escolha.GetAttribute("action"), new FormUrlEncodedContent([new("__RequestVerificationToken", ClienteDeTeste.Antiforgery(visitante.Pagina))]));

        await a.CriarAsync(http, "Em A", await a.TokenAsync(http));

        Assert.Equal(["Em A"], await a.TitulosAsync());
        Assert.Empty(await b.TitulosAsync());
    }

    [Fact]
    public async Task Row_of_one_organization_is_no_answer_to_a_form_of_the_other()
    {
        var (http, a, b) = await DuasAbasAsync();
        using var _ = http;
        var resposta = await a.CriarAsync(http, "Trocada", await a.TokenAsync(http), etapaId: b.EtapaId);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, resposta.StatusCode);
        Assert.Empty(await a.TitulosAsync());
        Assert.Empty(await b.TitulosAsync());
    }

    [Fact]
    public async Task Cookies_are_the_same_in_every_organization()
    {
        var (http, a, b) = await DuasAbasAsync();
        using var _ = http;
        using var semNada = app.Cliente();
        var entrar = await semNada.GetAsync("/conta/entrar");
        var entrou = await semNada.PostAsync("/conta/entrar", new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["Email"] = a.Pessoa.Email,
            ["Senha"] = PessoaDeTeste.Senha,
            ["__RequestVerificationToken"] = ClienteDeTeste.Antiforgery(await ClienteDeTeste.PaginaAsync(entrar)),
        }));
        var aviso = await a.CriarAsync(semNada, "Com aviso", await a.TokenAsync(semNada));
        string[] cookies = [.. Cookies(entrar), .. Cookies(entrou), .. Cookies(aviso), .. Cookies(await semNada.GetAsync($"{b.Organizacao.Base}/oportunidades"))];

        Assert.All(cookies, c => Assert.Contains("path=/;", c + ";", StringComparison.OrdinalIgnoreCase));
        Assert.All(cookies, c => Assert.Contains(c.Split('=')[0], _cookies));
        Assert.All(cookies, c => Assert.Contains("httponly", c, StringComparison.OrdinalIgnoreCase));
        Assert.All(cookies, c => Assert.Contains("samesite=lax", c, StringComparison.OrdinalIgnoreCase));
        Assert.Contains(cookies, c => c.StartsWith("crm.sessao=", StringComparison.Ordinal));
        Assert.Contains(cookies, c => c.StartsWith("crm.aparelho=", StringComparison.Ordinal));
        Assert.Contains(cookies, c => c.StartsWith("crm.csrf=", StringComparison.Ordinal));
    }

    private static IEnumerable<string> Cookies(HttpResponseMessage resposta) =>
        resposta.Headers.TryGetValues("Set-Cookie", out var valores) ? valores : [];

    private async Task<(HttpClient Http, Aba A, Aba B)> DuasAbasAsync()
    {
        var (primeira, segunda) = (await app.CriarOrganizacaoAsync(), await app.CriarOrganizacaoAsync());
        var pessoa = await primeira.PessoaAsync();
        var tambem = await segunda.MembroTambemAsync(pessoa);
        return ((await pessoa.EntrarAsync()).Http, await Aba.CriarAsync(pessoa), await Aba.CriarAsync(tambem));
    }

    private sealed record Aba(OrganizacaoDeTeste Organizacao, PessoaDeTeste Pessoa, Guid EtapaId)
    {
        public static async Task<Aba> CriarAsync(PessoaDeTeste pessoa)
        {
            var inicial = OrganizacaoInicial.De(pessoa.Organizacao.Id);
            await pessoa.Organizacao.SalvarAsync([.. inicial.Linhas]);
            return new Aba(pessoa.Organizacao, pessoa, inicial.Etapas[0].Id);
        }

        public async Task<string> TokenAsync(HttpClient http) =>
            ClienteDeTeste.Antiforgery(await ClienteDeTeste.PaginaAsync(await http.GetAsync($"{Organizacao.Base}/oportunidades/criar")));

        public Task<HttpResponseMessage> CriarAsync(HttpClient http, string titulo, string token, Guid? etapaId = null) =>
            http.PostAsync($"{Organizacao.Base}/oportunidades/criar", new FormUrlEncodedContent(new Dictionary<string, string>
            {
                ["Titulo"] = titulo,
                ["Valor"] = "10",
                ["ContatoNome"] = "Marina",
                ["ContatoTelefone"] = "(11) 96000-0001",
                ["MesmoAssim"] = "true",
                ["EtapaId"] = $"{etapaId ?? EtapaId}",
                ["ResponsavelId"] = $"{Pessoa.Id}",
                ["__RequestVerificationToken"] = token,
            }));

        public Task<List<string>> TitulosAsync() =>
            Organizacao.ComDbAsync(db => db.Oportunidades.OrderBy(o => o.Titulo).Select(o => o.Titulo).ToListAsync());
    }
}
