using System.Net;
using System.Text;
using CrmVoip.Domain;
using CrmVoip.Domain.Ligacoes;
using CrmVoip.IntegrationTests.Infra;
using CrmVoip.Simulador.Ligacoes;
using CrmVoip.Simulador.Webhooks;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.IntegrationTests.Features.Telefonia.Registros;

/// <summary>POST /ganchos/api4com/{organizacaoId}/{segredo}, and what becomes of the events.</summary>
[Collection(AplicacaoFixture.Colecao)]
public sealed class GanchosTests(AplicacaoFixture app, SimuladorDeTeste simulador) : IClassFixture<SimuladorDeTeste>
{
    private const string Segredo = "segredo-do-gancho";
    private static readonly DateTimeOffset _inicio = DateTimeOffset.FromUnixTimeSeconds(DateTimeOffset.UtcNow.AddMinutes(-3).ToUnixTimeSeconds());

    [Fact]
    public async Task Wrong_secret_unknown_organization_and_no_secret_yet_look_the_same()
    {
        var cena = await CenaAsync();
        var semSegredo = await CenaDeLigacao.CriarAsync(app, simulador.BaseUrl);
        var corpo = Fim(Registro());

        Assert.Equal(HttpStatusCode.NotFound, (await AvisarAsync(cena.Organizacao.Id, "outro", corpo)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await AvisarAsync(Guid.NewGuid(), Segredo, corpo)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await AvisarAsync(semSegredo.Organizacao.Id, Segredo, corpo)).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await AvisarAsync(cena.Organizacao.Id, Segredo, corpo)).StatusCode);
        Assert.Equal(0, await EventosAsync(semSegredo));
        Assert.Equal(1, await EventosAsync(cena));
    }

    [Theory]
    [InlineData("não é json", HttpStatusCode.BadRequest)]
    [InlineData("[]", HttpStatusCode.BadRequest)]
    [InlineData("""{"eventType":"channel-create","id":"a"}""", HttpStatusCode.NoContent)]
    [InlineData("""{"eventType":"channel-hangup","id":"a","domain":"outro.api4com.com"}""", HttpStatusCode.NoContent)]
    public async Task What_says_nothing_of_our_calls_is_not_kept(string corpo, HttpStatusCode status)
    {
        var cena = await CenaAsync();

        Assert.Equal(status, (await AvisarAsync(cena.Organizacao.Id, Segredo, corpo)).StatusCode);
        Assert.Equal(0, await EventosAsync(cena));
    }

    [Fact]
    public async Task Body_that_cannot_be_read_is_counted_on_the_card_and_kept_nowhere()
    {
        var cena = await CenaAsync();
        using var administrador = await (await cena.Organizacao.PessoaAsync(Papel.Administrador)).EntrarAsync();
        Assert.DoesNotContain("Avisos ilegíveis", (await administrador.PaginaAsync("/conexoes")).Body!.TextContent, StringComparison.Ordinal);

        await AvisarAsync(cena.Organizacao.Id, Segredo, "segredo de alguém, não é json");
        await AvisarAsync(cena.Organizacao.Id, Segredo, "{");
        await AvisarAsync(cena.Organizacao.Id, "outro", "{");

        Assert.Contains("Avisos ilegíveis2, o último em", (await administrador.PaginaAsync("/conexoes")).Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(0, await EventosAsync(cena));
    }

    [Fact]
    public async Task Byte_order_mark_before_the_body_is_none_of_it()
    {
        var cena = await CenaAsync();

        Assert.Equal(HttpStatusCode.NoContent, (await AvisarAsync(cena.Organizacao.Id, Segredo, "\ufeff" + Fim(Registro()))).StatusCode);
        Assert.Equal(1, await EventosAsync(cena));
    }

    [Theory]
    [InlineData(@"\ud83d")]
    [InlineData(@"\u0000")]
    [InlineData(@"\\ud83d\\u0000")]
    public async Task Text_that_cannot_be_kept_loses_no_event(string texto)
    {
        var cena = await CenaAsync();
        var id = await cena.LigouAsync(_inicio.AddSeconds(-2));
        var corpo = Fim(Registro());

        Assert.Equal(HttpStatusCode.NoContent, (await AvisarAsync(cena.Organizacao.Id, Segredo, corpo.Insert(corpo.IndexOf('{') + 1, $"\"note\":\"{texto}\","))).StatusCode);
        await cena.Organizacao.TrabalharAsync();

        Assert.Equal(StatusDaLigacao.Atendida, (await cena.LerAsync(id)).Status);
    }

    [Fact]
    public async Task Account_s_own_domain_is_ours_also_where_the_phone_goes_to_another()
    {
        var cena = await CenaAsync();
        await cena.Organizacao.ComDbAsync(async db =>
        {
            var integracao = await db.Integracoes.SingleAsync();
            integracao.Revelar(SimuladorDeTeste.Dominio, null);
            integracao.ApontarPara(integracao.BaseUrl, "sip.empresa.example", null);
            return await db.SaveChangesAsync();
        });

        Assert.Equal(HttpStatusCode.NoContent, (await AvisarAsync(cena.Organizacao.Id, Segredo, Fim(Registro()))).StatusCode);
        Assert.Equal(1, await EventosAsync(cena));
    }

    [Theory]
    [InlineData("v1.4", false, false)]
    [InlineData("1.8", false, true)]
    [InlineData("v1.4", true, true)]
    public async Task Answer_and_hangup_in_any_order_and_twice_make_the_provider_s_call(string versao, bool foraDeOrdem, bool dobrado)
    {
        var cena = await CenaAsync();
        var id = await cena.LigouAsync(_inicio.AddSeconds(-2));
        var registro = Registro();
        string[] avisos = [Resposta(registro, versao), Fim(registro, versao)];
        foreach (var aviso in (foraDeOrdem ? avisos.Reverse() : avisos).SelectMany(a => dobrado ? new[] { a, a } : [a]))
        {
            Assert.Equal(HttpStatusCode.NoContent, (await AvisarAsync(cena.Organizacao.Id, Segredo, aviso)).StatusCode);
        }

        await cena.Organizacao.TrabalharAsync();

        var ligacao = await cena.LerAsync(id);
        Assert.Equal((StatusDaLigacao.Atendida, 30, "NORMAL_CLEARING"), (ligacao.Status, ligacao.DuracaoSegundos, ligacao.CausaDesligamento));
        Assert.Equal(registro.Fim, ligacao.FimEm);
        Assert.Equal([registro.Id.ToString()], ligacao.ProvedorIds);
        Assert.Equal(2, await EventosAsync(cena));
        Assert.Equal(2, await cena.Organizacao.ComDbAsync(db => db.LeiturasDoProvedor.CountAsync()));
    }

    [Theory]
    [InlineData("NUMBER_CHANGED", StatusDaLigacao.CaixaPostal)]
    [InlineData("USER_BUSY", StatusDaLigacao.Ocupado)]
    [InlineData("CALL_REJECTED", StatusDaLigacao.Recusada)]
    public async Task Provider_outranks_what_the_browser_heard(string causa, StatusDaLigacao status)
    {
        var cena = await CenaAsync();
        var id = await cena.LigouAsync(_inicio);

        await AvisarAsync(cena.Organizacao.Id, Segredo, Fim(Registro() with { AtendidaEm = null, Causa = causa }));
        await cena.Organizacao.TrabalharAsync();

        Assert.Equal(status, (await cena.LerAsync(id)).Status);
        Assert.Equal(1, await cena.Organizacao.ComDbAsync(db => db.AuditLog.CountAsync(a => a.EntidadeId == id && a.Acao == "ligacao.reclassificada")));
    }

    [Fact]
    public async Task A_fuller_body_about_the_same_event_is_news()
    {
        var cena = await CenaAsync();
        var id = await cena.LigouAsync(_inicio.AddSeconds(-2));
        var registro = Registro();
        await AvisarAsync(cena.Organizacao.Id, Segredo, Fim(registro));
        await AvisarAsync(cena.Organizacao.Id, Segredo, Fim(registro).Replace("\"recordUrl\":null", "\"recordUrl\":\"https://listener.api4com.com/a.mp3\"", StringComparison.Ordinal));
        await cena.Organizacao.TrabalharAsync();

        Assert.Equal("https://listener.api4com.com/a.mp3", (await cena.LerAsync(id)).GravacaoUrl);
    }

    [Fact]
    public async Task Body_that_is_too_large_is_refused()
    {
        var cena = await CenaAsync();
        var resposta = await AvisarAsync(cena.Organizacao.Id, Segredo, $$"""{"eventType":"channel-hangup","id":"{{new string('a', 70_000)}}"}""");

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, resposta.StatusCode);
        Assert.Equal(0, await EventosAsync(cena));
    }

    private static string Fim(RegistroDeLigacao registro, string versao = "v1.4") => EventoDeLigacao.DoFim(registro).ParaJson(versao);

    private static string Resposta(RegistroDeLigacao registro, string versao) =>
        Fim(registro, versao).Replace("channel-hangup", "channel-answer", StringComparison.Ordinal);

    private static Task<int> EventosAsync(CenaDeLigacao cena) => cena.Organizacao.ComDbAsync(db => db.EventosDoProvedor.CountAsync());

    private RegistroDeLigacao Registro() => simulador.Ligou("011960000001", _inicio);

    private async Task<HttpResponseMessage> AvisarAsync(Guid organizacaoId, string segredo, string corpo)
    {
        using var http = app.Cliente();
        using var conteudo = new StringContent(corpo, Encoding.UTF8, "application/json");
        return await http.PostAsync($"/ganchos/api4com/{organizacaoId}/{segredo}", conteudo);
    }

    // An unreachable provider: what these tests see comes from the webhook alone.
    private async Task<CenaDeLigacao> CenaAsync()
    {
        var cena = await CenaDeLigacao.CriarAsync(app, "http://127.0.0.1:9/api/v1");
        await cena.ComGanchoAsync(Segredo);
        return cena;
    }
}
