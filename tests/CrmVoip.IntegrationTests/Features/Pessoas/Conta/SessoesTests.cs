using System.Net;
using AngleSharp.Dom;
using CrmVoip.Data;
using CrmVoip.Domain;
using CrmVoip.Features.Pessoas.Conta.Sessoes;
using CrmVoip.IntegrationTests.Infra;
using CrmVoip.IntegrationTests.Isolation;
using CrmVoip.Work;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace CrmVoip.IntegrationTests.Features.Pessoas.Conta;

/// <summary>Each browser that somebody signed in on is a row: shown, ended, and over by itself one day.</summary>
[Collection(AplicacaoFixture.Colecao)]
public sealed class SessoesTests(AplicacaoFixture app)
{
    private const string Pagina = "/conta/organizacoes";

    [Fact]
    public async Task Copied_cookie_dies_with_the_sign_out_here_at_once_and_elsewhere_in_five_seconds()
    {
        var pessoa = await (await app.CriarOrganizacaoAsync()).PessoaAsync();
        var relogio = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var uma = app.OutraInstancia();
        await using var outra = ComRelogio(relogio);
        var cookies = new CookieContainer();
        using var dona = await EntrarAsync(uma, pessoa, cookies);
        using var copiaAqui = uma.Navegador(cookies.Copia());
        using var copiaLa = outra.Navegador(cookies.Copia());
        Assert.Equal(HttpStatusCode.OK, (await copiaLa.GetAsync(Pagina)).StatusCode);

        Assert.Equal(HttpStatusCode.Redirect, (await dona.FormAsync("/conta/sair")).StatusCode);
        relogio.Advance(SessoesVivas.Intervalo);

        Assert.Equal(HttpStatusCode.Redirect, (await copiaAqui.GetAsync(Pagina)).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await copiaLa.GetAsync(Pagina)).StatusCode);
    }

    /// <summary>A request under way while the password changes comes with the cookie of before, and may be answered last.</summary>
    [Fact]
    public async Task Late_answer_to_the_cookie_of_before_leaves_the_new_one_in_the_browser()
    {
        var pessoa = await (await app.CriarOrganizacaoAsync()).PessoaAsync();
        await using var instancia = app.OutraInstancia();
        var cookies = new CookieContainer();
        using var dona = await EntrarAsync(instancia, pessoa, cookies);
        using var atrasada = instancia.Navegador(cookies.Copia());

        await dona.FormAsync("/conta/seguranca", ("SenhaAtual", PessoaDeTeste.Senha), ("NovaSenha", "quatro palavras bem escolhidas 7"));
        using var resposta = await atrasada.GetAsync(Pagina);

        Assert.Equal(HttpStatusCode.Redirect, resposta.StatusCode);
        Assert.DoesNotContain(resposta.Headers.Where(h => h.Key == "Set-Cookie").SelectMany(h => h.Value), c => c.Contains("crm.sessao", StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.OK, (await dona.Http.GetAsync(Pagina)).StatusCode);
    }

    [Fact]
    public async Task Session_that_is_used_all_the_time_ends_after_thirty_days_and_notes_its_last_use_seldom()
    {
        var pessoa = await (await app.CriarOrganizacaoAsync()).PessoaAsync();
        var inicio = DateTimeOffset.FromUnixTimeSeconds(DateTimeOffset.UtcNow.ToUnixTimeSeconds());
        var relogio = new FakeTimeProvider(inicio);
        await using var instancia = ComRelogio(relogio);
        using var cliente = await EntrarAsync(instancia, pessoa);

        relogio.Advance(TimeSpan.FromMinutes(4));
        await cliente.Http.GetAsync(Pagina);
        Assert.Equal(inicio, await UltimoUsoAsync(pessoa));
        relogio.Advance(TimeSpan.FromMinutes(2));
        await cliente.Http.GetAsync(Pagina);
        Assert.Equal(inicio.AddMinutes(6), await UltimoUsoAsync(pessoa));

        var passo = TimeSpan.FromHours(8);
        while (relogio.GetUtcNow() + passo < inicio + Sessao.DuracaoMaxima)
        {
            relogio.Advance(passo);
            Assert.Equal(HttpStatusCode.OK, (await cliente.Http.GetAsync(Pagina)).StatusCode);
        }

        relogio.Advance(passo);
        Assert.Equal(HttpStatusCode.Redirect, (await cliente.Http.GetAsync(Pagina)).StatusCode);
    }

    [Fact]
    public async Task List_shows_where_the_account_is_open_and_ends_one()
    {
        var pessoa = await (await app.CriarOrganizacaoAsync()).PessoaAsync();
        using var esta = await pessoa.EntrarAsync();
        using var outra = app.Cliente();
        outra.DefaultRequestHeaders.UserAgent.ParseAdd("Mozilla/5.0 (Windows NT 10.0) Chrome/140.0 Safari/537.36");
        await new ClienteDeTeste(outra, "").EntrarAsync(pessoa.Email, PessoaDeTeste.Senha);

        var linhas = await LinhasAsync(esta);
        Assert.Equal(2, linhas.Count);
        Assert.Contains("Este aparelho", linhas[0].TextContent, StringComparison.Ordinal);
        Assert.Contains("Chrome no Windows", linhas[1].TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await outra.GetAsync(Pagina)).StatusCode);

        Assert.Equal(HttpStatusCode.Redirect, (await EncerrarAsync(esta, Endereco(linhas[1]))).StatusCode);

        Assert.Equal(HttpStatusCode.Redirect, (await outra.GetAsync(Pagina)).StatusCode);
        Assert.Single(await LinhasAsync(esta));
        Assert.Contains(Acoes.Conta.SessaoEncerrada, await AcoesDeAsync(pessoa));
        Assert.Equal(HttpStatusCode.NotFound, (await EncerrarAsync(esta, Endereco(linhas[1]))).StatusCode);
    }

    [Fact]
    public async Task Nobody_sees_or_ends_the_session_of_somebody_else()
    {
        var organizacao = await app.CriarOrganizacaoAsync();
        var (ana, bruno) = (await organizacao.PessoaAsync(), await organizacao.PessoaAsync(Papel.Administrador));
        using var deAna = await ana.EntrarAsync();
        using var deBruno = await bruno.EntrarAsync();
        var sessao = (Guid)(await app.Banco.LerAsync($"select id from sessoes where usuario_id = '{ana.Id}'")).Single()[0];

        var resposta = await EncerrarAsync(deBruno, $"/conta/seguranca/sessoes/{sessao}/encerrar");

        Assert.Equal(HttpStatusCode.NotFound, resposta.StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await deAna.Http.GetAsync(Pagina)).StatusCode);
        Assert.DoesNotContain($"{sessao}", await (await deBruno.Http.GetAsync("/conta/seguranca")).Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Single(await LinhasAsync(deBruno));
    }

    [Fact]
    public async Task Browser_that_the_account_has_not_seen_is_news_and_one_that_it_knows_is_not()
    {
        var pessoa = await (await app.CriarOrganizacaoAsync()).PessoaAsync();
        using var primeiro = await pessoa.EntrarAsync();
        await new ClienteDeTeste(primeiro.Http, "").FormAsync("/conta/sair");
        using var conhecido = app.Cliente();
        var cliente = new ClienteDeTeste(conhecido, "");
        Assert.DoesNotContain(Acoes.Conta.DispositivoNovo, await AcoesDeAsync(pessoa));

        await cliente.EntrarAsync(pessoa.Email, PessoaDeTeste.Senha);
        await cliente.FormAsync("/conta/sair");
        await cliente.EntrarAsync(pessoa.Email, PessoaDeTeste.Senha);

        Assert.Single(await AcoesDeAsync(pessoa), Acoes.Conta.DispositivoNovo);
        Assert.Single(await app.Banco.LerAsync($"select 1 from sessoes where usuario_id = '{pessoa.Id}' and revogada_em is null"));
    }

    [Fact]
    public async Task Cookie_of_the_version_before_gets_a_row_and_its_copies_end_with_it()
    {
        var pessoa = await (await app.CriarOrganizacaoAsync()).PessoaAsync();
        await using var instancia = app.OutraInstancia();
        var cookies = new CookieContainer();
        cookies.Add(new Uri("http://localhost"), await CookieSemSessaoAsync(instancia, pessoa));
        var copia = cookies.Copia();
        using var http = instancia.Navegador(cookies);
        using var dona = new ClienteDeTeste(http, "");
        await Task.WhenAll(Enumerable.Range(0, 4).Select(async _ => Assert.Equal(HttpStatusCode.OK, (await http.GetAsync(Pagina)).StatusCode)));
        Assert.Single(await app.Banco.LerAsync($"select 1 from sessoes where usuario_id = '{pessoa.Id}'"));

        await dona.FormAsync("/conta/sair");

        using var ladrao = instancia.Navegador(copia);
        Assert.Equal(HttpStatusCode.Redirect, (await ladrao.GetAsync(Pagina)).StatusCode);
    }

    [Fact]
    public async Task Old_rows_are_removed_and_the_last_session_of_an_account_stays()
    {
        var organizacao = await app.CriarOrganizacaoAsync();
        var (ana, sumida) = (await organizacao.PessoaAsync(), await organizacao.PessoaAsync());
        foreach (var quem in new[] { ana, ana, sumida })
        {
            await app.Banco.ExecutarAsync(
                $"insert into sessoes (id, usuario_id, criada_em, usada_em, expira_em) values (gen_random_uuid(), '{quem.Id}', now() - interval '70 days', now() - interval '60 days', now() - interval '40 days')");
        }

        await app.Banco.ExecutarAsync(
            $"insert into senhas_erradas (conta_id, lugar, quantas, ultima_em) values ('{ana.Id}', 'rede a', 3, now() - interval '3 days'), ('{ana.Id}', 'rede b', 3, now())");
        await using var instancia = app.OutraInstancia();
        using var cliente = await EntrarAsync(instancia, ana);

        await instancia.Services.GetRequiredService<SemearContas>().SemearAsync(CancellationToken.None);
        await instancia.Services.TrabalharNasContasAsync();

        Assert.Single(await app.Banco.LerAsync($"select 1 from sessoes where usuario_id = '{ana.Id}'"));
        Assert.Single(await app.Banco.LerAsync($"select 1 from sessoes where usuario_id = '{sumida.Id}'"));
        Assert.Equal("rede b", (await app.Banco.LerAsync($"select lugar from senhas_erradas where conta_id = '{ana.Id}'")).Single()[0]);
    }

    private WebApplicationFactory<CrmDbContext> ComRelogio(FakeTimeProvider relogio) =>
        app.OutraInstancia().Com(s => s.AddSingleton<TimeProvider>(relogio));

    private static async Task<ClienteDeTeste> EntrarAsync(WebApplicationFactory<CrmDbContext> instancia, PessoaDeTeste pessoa, CookieContainer? cookies = null)
    {
        var cliente = new ClienteDeTeste(instancia.Navegador(cookies), "");
        await cliente.EntrarAsync(pessoa.Email, PessoaDeTeste.Senha);
        return cliente;
    }

    private static async Task<IReadOnlyList<IElement>> LinhasAsync(ClienteDeTeste cliente) =>
        [.. (await ClienteDeTeste.PaginaAsync(await cliente.Http.GetAsync("/conta/seguranca"))).QuerySelectorAll("table[aria-labelledby=sessoes] tbody tr")];

    private static string Endereco(IElement linha) => linha.QuerySelector("form")!.GetAttribute("action")!;

    private static Task<HttpResponseMessage> EncerrarAsync(ClienteDeTeste cliente, string endereco) =>
        new ClienteDeTeste(cliente.Http, "").FormAsync(endereco);

    private static async Task<Cookie> CookieSemSessaoAsync(WebApplicationFactory<CrmDbContext> instancia, PessoaDeTeste pessoa)
    {
        await using var escopo = instancia.Services.CreateAsyncScope();
        var usuario = await escopo.ServiceProvider.GetRequiredService<UserManager<Usuario>>().FindByIdAsync($"{pessoa.Id}");
        var principal = await escopo.ServiceProvider.GetRequiredService<IUserClaimsPrincipalFactory<Usuario>>().CreateAsync(usuario!);
        var opcoes = instancia.Services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(IdentityConstants.ApplicationScheme);
        var agora = DateTimeOffset.UtcNow;
        var bilhete = new AuthenticationTicket(
            principal, new AuthenticationProperties { IssuedUtc = agora, ExpiresUtc = agora.AddHours(1), IsPersistent = true }, IdentityConstants.ApplicationScheme);
        return new Cookie(opcoes.Cookie.Name!, opcoes.TicketDataFormat.Protect(bilhete), "/");
    }

    private async Task<DateTimeOffset> UltimoUsoAsync(PessoaDeTeste pessoa) =>
        new((DateTime)(await app.Banco.LerAsync($"select usada_em from sessoes where usuario_id = '{pessoa.Id}'")).Single()[0], TimeSpan.Zero);

    private async Task<List<string>> AcoesDeAsync(PessoaDeTeste pessoa) =>
        [.. (await app.Banco.LerAsync($"select acao from eventos_de_conta where usuario_id = '{pessoa.Id}'")).Select(l => (string)l[0])];
}
