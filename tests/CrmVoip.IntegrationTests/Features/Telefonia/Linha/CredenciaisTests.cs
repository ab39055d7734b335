using System.Net;
using CrmVoip.Domain;
using CrmVoip.IntegrationTests.Infra;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.IntegrationTests.Features.Telefonia.Linha;

/// <summary>POST /telefonia/credenciais: what the page's phone registers with.</summary>
[Collection(AplicacaoFixture.Colecao)]
public sealed class CredenciaisTests(AplicacaoFixture app)
{
    /// <summary>MD5 of "1001:teste.simulador:senha-sip", computed elsewhere.</summary>
    private const string Ha1 = "188ad79316708b94fdddbe2aaf94d340";

    /// <summary>MD5 of "1001:asterisk:senha-sip", computed elsewhere.</summary>
    private const string Ha1DoAsterisk = "7b63acf97e16ee9c89367f7858173873";

    [Fact]
    public async Task Owner_gets_a_hash_and_never_the_password()
    {
        var pessoa = await PessoaComRamalAsync();
        using var cliente = await pessoa.EntrarAsync();

        var resposta = await cliente.PostAsync("/telefonia/credenciais");

        Assert.Equal(HttpStatusCode.OK, resposta.StatusCode);
        Assert.True(resposta.Headers.CacheControl?.NoStore);
        var texto = await resposta.Content.ReadAsStringAsync();
        Assert.DoesNotContain("senha-sip", texto);
        var corpo = await ClienteDeTeste.LerAsync(resposta);
        Assert.Equal("sip:1001@teste.simulador", corpo.GetProperty("uri").GetString());
        Assert.Equal("ws://127.0.0.1:9/sip", corpo.GetProperty("wssUrl")[0].GetString());
        Assert.Equal("1001", corpo.GetProperty("authorizationUser").GetString());
        Assert.Equal("teste.simulador", corpo.GetProperty("realm").GetString());
        Assert.Equal(Ha1, corpo.GetProperty("ha1").GetString());
        Assert.Equal("1001", corpo.GetProperty("ramal").GetString());
        Assert.Equal("sip", corpo.GetProperty("modo").GetString());
        Assert.Equal(180, corpo.GetProperty("registerExpires").GetInt32());
        Assert.Equal(0, corpo.GetProperty("iceServers").GetArrayLength());
        Assert.Equal(1, await pessoa.Organizacao.ComDbAsync(db => db.AuditLog.CountAsync(a => a.Acao == "telefone.credenciais" && a.UsuarioId == pessoa.Id)));
    }

    [Fact]
    public async Task Page_learns_whether_there_is_a_line_and_no_secret_is_opened_for_it()
    {
        var pessoa = await PessoaComRamalAsync();
        var outra = await pessoa.Organizacao.PessoaAsync();
        var semConexao = await (await app.CriarOrganizacaoAsync()).PessoaAsync();

        Assert.Null(await ImpedimentoAsync(pessoa));
        Assert.Equal("sem_ramal", await ImpedimentoAsync(outra));
        Assert.Equal("nao_conectado", await ImpedimentoAsync(semConexao));
        Assert.False(await pessoa.Organizacao.ComDbAsync(db => db.AuditLog.AnyAsync(a => a.Acao == "telefone.credenciais")));
    }

    [Fact]
    public async Task Hash_is_made_for_the_realm_that_the_sip_server_asked_for()
    {
        var pessoa = await PessoaComRamalAsync();
        using var cliente = await pessoa.EntrarAsync();

        var corpo = await ClienteDeTeste.LerAsync(await cliente.PostAsync("/telefonia/credenciais", new { realm = "asterisk" }));

        Assert.Equal("asterisk", corpo.GetProperty("realm").GetString());
        Assert.Equal(Ha1DoAsterisk, corpo.GetProperty("ha1").GetString());
        Assert.Equal("sip:1001@teste.simulador", corpo.GetProperty("uri").GetString());
    }

    [Fact]
    public async Task Body_that_cannot_be_read_is_refused()
    {
        var pessoa = await PessoaComRamalAsync();
        using var cliente = await pessoa.EntrarAsync();

        var resposta = await cliente.PostAsync("/telefonia/credenciais", new { realm = 7 });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, resposta.StatusCode);
    }

    [Theory]
    [InlineData("a\r\nb")]
    [InlineData("a\"b")]
    [InlineData(null)]
    public async Task Realm_that_no_server_would_ask_for_is_refused(string? realm)
    {
        var pessoa = await PessoaComRamalAsync();
        using var cliente = await pessoa.EntrarAsync();

        var resposta = await cliente.PostAsync("/telefonia/credenciais", new { realm = realm ?? new string('a', 256) });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, resposta.StatusCode);
        Assert.Equal("realm_invalido", (await ClienteDeTeste.LerAsync(resposta)).GetProperty("codigo").GetString());
        Assert.False(await pessoa.Organizacao.ComDbAsync(db => db.AuditLog.AnyAsync(a => a.Acao == "telefone.credenciais")));
    }

    [Fact]
    public async Task Request_without_antiforgery_token_is_refused()
    {
        var pessoa = await PessoaComRamalAsync();
        using var cliente = await pessoa.EntrarAsync();

        var resposta = await cliente.Http.PostAsync(pessoa.Organizacao.Base + "/telefonia/credenciais", null);

        Assert.Equal(HttpStatusCode.BadRequest, resposta.StatusCode);
    }

    [Fact]
    public async Task Organization_without_connection_sends_its_administrador_to_connect()
    {
        var organizacao = await app.CriarOrganizacaoAsync();
        await Recusa(await organizacao.PessoaAsync(Papel.Administrador), "nao_conectado", "/conexoes");
        await Recusa(await organizacao.PessoaAsync(), "nao_conectado", null);
    }

    [Fact]
    public async Task Person_without_ramal_is_sent_to_get_one_also_as_administrador()
    {
        var dona = await PessoaComRamalAsync();
        await Recusa(await dona.Organizacao.PessoaAsync(), "sem_ramal", "/ramais");
        await Recusa(await dona.Organizacao.PessoaAsync(Papel.Administrador), "sem_ramal", "/ramais");
    }

    [Fact]
    public async Task Inactive_ramal_gets_nothing()
    {
        var pessoa = await PessoaComRamalAsync();
        await pessoa.Organizacao.ComDbAsync(
            async db =>
            {
                var ramal = await db.RamaisVoip.SingleAsync();
                ramal.Editar(ramal.Extension, ramal.SipServer, "", StatusDoRamal.Inativo, DateTimeOffset.UtcNow);
                return await db.SaveChangesAsync();
            },
            como: pessoa);

        await Recusa(pessoa, "ramal_inativo", "/ramais");
    }

    private static async Task Recusa(PessoaDeTeste pessoa, string codigo, string? link)
    {
        using var cliente = await pessoa.EntrarAsync();
        var resposta = await cliente.PostAsync("/telefonia/credenciais");
        Assert.Equal(HttpStatusCode.Conflict, resposta.StatusCode);
        var corpo = await ClienteDeTeste.LerAsync(resposta);
        Assert.Equal(codigo, corpo.GetProperty("codigo").GetString());
        Assert.Equal(link is null ? null : pessoa.Organizacao.Base + link, corpo.GetProperty("link").GetString());
        Assert.NotEqual("", corpo.GetProperty("mensagem").GetString());
    }

    private async Task<PessoaDeTeste> PessoaComRamalAsync()
    {
        var organizacao = await app.CriarOrganizacaoAsync();
        await organizacao.ConectarAsync();
        var pessoa = await organizacao.PessoaAsync();
        await pessoa.ComRamalAsync();
        return pessoa;
    }

    private static async Task<string?> ImpedimentoAsync(PessoaDeTeste pessoa)
    {
        using var cliente = await pessoa.EntrarAsync();
        return (await ClienteDeTeste.LerAsync(await cliente.GetAsync("/telefonia/linha"))).GetProperty("impedimento").GetString();
    }
}
