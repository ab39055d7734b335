using System.Net;
using CrmVoip.Data;
using CrmVoip.Domain;
using CrmVoip.IntegrationTests.Infra;
using CrmVoip.IntegrationTests.Isolation;
using CrmVoip.Mail;
using CrmVoip.Tenancy;
using CrmVoip.Work;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Npgsql;

namespace CrmVoip.IntegrationTests.Hosting;

/// <summary>What several instances on one database know of each other, and what a restored copy must not.</summary>
[Collection(AplicacaoFixture.Colecao)]
public sealed class EntreInstanciasTests(AplicacaoFixture app)
{
    private const string BaseUrl = "http://127.0.0.1:9/api/v1";

    [Fact]
    public async Task Changed_connection_is_in_the_policy_of_the_next_page_of_every_instance()
    {
        var cena = await CenaDeLigacao.CriarAsync(app, BaseUrl);
        await using var outra = app.OutraInstancia();
        using var aqui = await cena.Pessoa.EntrarAsync();
        using var la = await EntrarAsync(outra, cena.Pessoa);
        foreach (var wss in new[] { "wss://um.example:6443", "wss://dois.example:6443" })
        {
            await MudarAsync(cena.Organizacao, i => i.ApontarPara(BaseUrl, "sip.example", wss));

            Assert.Contains($"connect-src 'self' {wss}", await PoliticaAsync(la), StringComparison.Ordinal);
            Assert.Contains($"connect-src 'self' {wss}", await PoliticaAsync(aqui), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Restored_copy_asks_no_provider_mails_nobody_does_no_work_and_knows_no_session_of_the_real_one()
    {
        var cena = await CenaDeLigacao.CriarAsync(app, BaseUrl);
        await MudarAsync(cena.Organizacao, i => i.ApontarPara(BaseUrl, "sip.example", "wss://um.example:6443"));
        await using var copia = app.OutraInstancia(
            ("Crm:Copia", "true"), ("Crm:Trabalhos:Executar", "true"), ("Crm:Correio:Servidor", "127.0.0.1"), ("Crm:Correio:Remetente", "crm@aurora.example"));
        using var http = copia.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });

        Assert.False(copia.Services.GetRequiredService<ICorreio>().Configurado);
        Assert.False(copia.Services.GetRequiredService<IOptions<OpcoesDosTrabalhos>>().Value.Executar);
        using var dono = await EntrarAsync(copia, cena.Pessoa);
        Assert.EndsWith("connect-src 'self'", await PoliticaAsync(dono), StringComparison.Ordinal);

        using var cookie = new HttpRequestMessage(HttpMethod.Get, cena.Organizacao.Base + "/oportunidades");
        cookie.Headers.Add("Cookie", await SessaoAsync(cena.Pessoa, "crm.sessao"));
        Assert.Equal(HttpStatusCode.Redirect, (await http.SendAsync(cookie)).StatusCode);
        using var outroNome = new HttpRequestMessage(HttpMethod.Get, cena.Organizacao.Base + "/oportunidades");
        outroNome.Headers.Add("Cookie", await SessaoAsync(cena.Pessoa, "crm.sessao.copia"));
        Assert.Equal(HttpStatusCode.Redirect, (await http.SendAsync(outroNome)).StatusCode);
    }

    /// <summary>pg_stat_statements keeps a row for each text: none may name an organization.</summary>
    [Fact]
    public async Task Tenant_is_named_to_the_database_by_the_same_words_whoever_it_is()
    {
        var pessoa = await (await app.CriarOrganizacaoAsync()).PessoaAsync();
        await using var escopo = app.Services.CreateAsyncScope();
        var atual = escopo.ServiceProvider.GetRequiredService<OrganizacaoAtual>();
        atual.DefinirUsuario(pessoa.Id);
        atual.Definir(new Vinculo(pessoa.Organizacao.Id, "a", "a", Organizacao.FusoPadrao, null, null));
        var db = escopo.ServiceProvider.GetRequiredService<CrmDbContext>();
        await using var transacao = await db.Database.BeginTransactionAsync();

        var texto = (string)(await app.Banco.LerAsync(
            $"select query from pg_stat_activity where pid = {((NpgsqlConnection)db.Database.GetDbConnection()).ProcessID}"))[0][0];

        Assert.StartsWith("select set_config('app.organizacao_id', $1, true)", texto, StringComparison.Ordinal);
        Assert.DoesNotContain(pessoa.Organizacao.Id.ToString(), texto, StringComparison.Ordinal);
    }

    private static async Task<ClienteDeTeste> EntrarAsync(WebApplicationFactory<CrmDbContext> instancia, PessoaDeTeste pessoa)
    {
        var cliente = new ClienteDeTeste(instancia.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false }), pessoa.Organizacao.Base);
        await cliente.EntrarAsync(pessoa.Email, PessoaDeTeste.Senha);
        return cliente;
    }

    private static async Task<string> PoliticaAsync(ClienteDeTeste cliente) =>
        Assert.Single((await cliente.GetAsync("/oportunidades")).Headers.GetValues("Content-Security-Policy"));

    private static Task<int> MudarAsync(OrganizacaoDeTeste organizacao, Action<Integracao> mudar) => organizacao.ComDbAsync(async db =>
    {
        mudar(await db.Integracoes.SingleAsync());
        return await db.SaveChangesAsync();
    });

    /// <summary>The session of the real installation, under the name that a cookie has there or here.</summary>
    private async Task<string> SessaoAsync(PessoaDeTeste pessoa, string nome)
    {
        using var http = app.Cliente();
        using var cliente = new ClienteDeTeste(http, pessoa.Organizacao.Base);
        var pagina = await ClienteDeTeste.PaginaAsync(await http.GetAsync("/conta/entrar"));
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["Email"] = pessoa.Email,
            ["Senha"] = PessoaDeTeste.Senha,
            ["__RequestVerificationToken"] = ClienteDeTeste.Antiforgery(pagina),
        });
        var resposta = await http.PostAsync("/conta/entrar", form);
        var sessao = resposta.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("crm.sessao=", StringComparison.Ordinal)).Split(';')[0];
        return nome + sessao[sessao.IndexOf('=', StringComparison.Ordinal)..];
    }
}
