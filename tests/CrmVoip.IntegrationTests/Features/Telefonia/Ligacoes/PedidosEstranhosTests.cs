using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using CrmVoip.Domain.Ligacoes;
using CrmVoip.IntegrationTests.Infra;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.IntegrationTests.Features.Telefonia.Ligacoes;

/// <summary>
/// What a broken or hostile page may send. Never a 500: the page's outbox repeats those for ever, and with them whatever
/// comes after.
/// </summary>
[Collection(AplicacaoFixture.Colecao)]
public sealed class PedidosEstranhosTests(AplicacaoFixture app)
{
    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{")]
    public async Task Body_that_cannot_be_read_is_refused(string corpo)
    {
        var (_, cliente, id) = await CenaAsync();
        foreach (var caminho in new[] { "/ligacoes", $"/ligacoes/{id}/eventos", "/telefonia/validate-extension" })
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, (await CruAsync(cliente, caminho, corpo)).StatusCode);
        }
    }

    [Theory]
    [InlineData("""[null]""")]
    [InlineData("""[{"id":"6f9619ff-8b86-d011-b42d-00c04fc964ff","em":"2026-01-01T00:00:00Z"}]""")]
    [InlineData("""[{"id":"6f9619ff-8b86-d011-b42d-00c04fc964ff","em":"2026-01-01T00:00:00Z","tipo":"3"}]""")]
    [InlineData("""[{"id":"6f9619ff-8b86-d011-b42d-00c04fc964ff","em":"2026-01-01T00:00:00Z","tipo":"99"}]""")]
    [InlineData("""[{"id":"6f9619ff-8b86-d011-b42d-00c04fc964ff","em":"2026-01-01T00:00:00Z","tipo":"atendida,mudo"}]""")]
    [InlineData("""[{"em":"2026-01-01T00:00:00Z","tipo":"atendida"}]""")]
    public async Task Fact_that_is_none_is_refused(string eventos)
    {
        var (organizacao, cliente, id) = await CenaAsync();

        var resposta = await CruAsync(cliente, $"/ligacoes/{id}/eventos", $$"""{"eventos":{{eventos}}}""");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, resposta.StatusCode);
        Assert.Equal(0, await organizacao.ComDbAsync(db => db.LigacaoEventos.CountAsync(e => e.LigacaoId == id)));
    }

    [Theory]
    [InlineData("0001-01-01T00:00:00Z", "9999-12-31T23:59:59Z")]
    [InlineData("9999-12-31T23:59:59Z", "0001-01-01T00:00:00Z")]
    public async Task Moment_out_of_this_world_is_put_into_the_call(string em, string agora)
    {
        var (organizacao, cliente, id) = await CenaAsync();

        var resposta = await cliente.PostAsync($"/ligacoes/{id}/eventos", new
        {
            agora,
            eventos = new[] { new { id = Guid.NewGuid(), tipo = "encerrada", em, dados = new { causa = "busy" } } },
        });

        Assert.Equal(HttpStatusCode.OK, resposta.StatusCode);
        var ligacao = await LerAsync(organizacao, id);
        Assert.InRange((ligacao.FimEm!.Value - ligacao.InicioEm).TotalMinutes, -5.1, 1);
    }

    [Fact]
    public async Task Text_that_the_database_cannot_keep_is_kept_without_it()
    {
        var (organizacao, cliente, id) = await CenaAsync();
        var dados = new { causa = "\0" + new string('c', 500), chamadaSip = "a\0b", qualidade = new { rtt = "\0" } };

        var fato = await cliente.PostAsync($"/ligacoes/{id}/eventos", new { eventos = new[] { new { id = Guid.NewGuid(), tipo = "encerrada", em = DateTimeOffset.UtcNow, dados } } });
        var nota = await cliente.PutAsync($"/ligacoes/{id}/notas", new { notas = "Ligar\0 amanhã", versao = 1 });

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (fato.StatusCode, nota.StatusCode));
        var ligacao = await LerAsync(organizacao, id);
        Assert.Equal("Ligar amanhã", ligacao.Notas);
        Assert.Equal(new string('c', Ligacao.CausaMaximo), ligacao.CausaDesligamento);
        Assert.Equal("ab", ligacao.Metadata.ChamadaSip);
    }

    /// <summary>Half of an emoji is no text: refused where it is all there is, left out where it stands beside what counts.</summary>
    [Fact]
    public async Task Half_of_a_surrogate_pair_breaks_nothing()
    {
        var (organizacao, cliente, id) = await CenaAsync();
        var dados = new { causa = "busy", qualidade = new { codec = "opus" } };
        var fato = JsonSerializer.Serialize(new { eventos = new[] { new { id = Guid.NewGuid(), tipo = "encerrada", em = DateTimeOffset.UtcNow, dados } } })
            .Replace("opus", @"\ud83d", StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await CruAsync(cliente, "/ligacoes", $$"""{"id":"{{Guid.NewGuid()}}","numero":"\ud83d"}""")).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await CruAsync(cliente, $"/ligacoes/{id}/eventos", fato.Replace("busy", @"\udd8a", StringComparison.Ordinal))).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await CruAsync(cliente, $"/ligacoes/{id}/eventos", fato)).StatusCode);
        Assert.Equal(StatusDaLigacao.Ocupado, (await LerAsync(organizacao, id)).Status);
    }

    [Fact]
    public async Task Text_is_as_long_as_the_database_counts_it()
    {
        var (organizacao, cliente, id) = await CenaAsync();
        var notas = string.Concat(Enumerable.Repeat("\U0001F98A", Ligacao.NotasMaximo));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await cliente.PutAsync($"/ligacoes/{id}/notas", new { notas = notas + ".", versao = 1 })).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await cliente.PutAsync($"/ligacoes/{id}/notas", new { notas, versao = 1 })).StatusCode);
        Assert.Equal(notas, (await LerAsync(organizacao, id)).Notas);
    }

    [Fact]
    public async Task Form_that_cannot_be_read_is_refused_with_a_page()
    {
        var (_, cliente, _) = await CenaAsync();
        var resposta = await cliente.FormAsync("/ramais", ("Extension", "1001"), ("Senha", "x"), ("SipServer", "teste.simulador"), ("NomeExibicao", "A\0na"));
        Assert.Equal(HttpStatusCode.BadRequest, resposta.StatusCode);
        Assert.NotNull((await ClienteDeTeste.PaginaAsync(resposta)).QuerySelector("h1"));
    }

    [Fact]
    public async Task Fact_with_the_id_of_another_call_s_is_absorbed()
    {
        var (organizacao, cliente, primeira) = await CenaAsync();
        var repetido = Guid.NewGuid();
        await EncerrarAsync(cliente, primeira, repetido);
        var segunda = await DiscarAsync(cliente);

        Assert.Equal(HttpStatusCode.OK, (await EncerrarAsync(cliente, segunda, repetido)).StatusCode);
        Assert.Equal(StatusDaLigacao.EmAndamento, (await LerAsync(organizacao, segunda)).Status);
        Assert.Equal(HttpStatusCode.OK, (await EncerrarAsync(cliente, segunda, Guid.NewGuid())).StatusCode);
        Assert.Equal(StatusDaLigacao.Ocupado, (await LerAsync(organizacao, segunda)).Status);
    }

    [Fact]
    public async Task Id_of_a_call_dials_no_other_number()
    {
        var (_, cliente, id) = await CenaAsync();
        Assert.Equal(HttpStatusCode.Conflict, (await cliente.PostAsync("/ligacoes", new { id, numero = "+5511960000002" })).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await cliente.PostAsync("/ligacoes", new { numero = "+5511960000001" })).StatusCode);
    }

    private static Task<HttpResponseMessage> EncerrarAsync(ClienteDeTeste cliente, Guid id, Guid eventoId) =>
        cliente.PostAsync($"/ligacoes/{id}/eventos", new
        {
            eventos = new[] { new { id = eventoId, tipo = "encerrada", em = DateTimeOffset.UtcNow, dados = new { causa = "busy" } } },
        });

    private static Task<HttpResponseMessage> CruAsync(ClienteDeTeste cliente, string caminho, string corpo) =>
        cliente.EnviarAsync(HttpMethod.Post, caminho, new StringContent(corpo, MediaTypeHeaderValue.Parse("application/json")));

    private static Task<Ligacao> LerAsync(OrganizacaoDeTeste organizacao, Guid id) =>
        organizacao.ComDbAsync(db => db.Ligacoes.AsNoTracking().SingleAsync(l => l.Id == id));

    private static async Task<Guid> DiscarAsync(ClienteDeTeste cliente)
    {
        var id = Guid.NewGuid();
        Assert.Equal(HttpStatusCode.Created, (await cliente.PostAsync("/ligacoes", new { id, numero = "+5511960000001" })).StatusCode);
        return id;
    }

    private async Task<(OrganizacaoDeTeste Organizacao, ClienteDeTeste Cliente, Guid LigacaoId)> CenaAsync()
    {
        var organizacao = await app.CriarOrganizacaoAsync();
        await organizacao.ConectarAsync();
        var pessoa = await organizacao.PessoaAsync();
        await pessoa.ComRamalAsync();
        var cliente = await pessoa.EntrarAsync();
        return (organizacao, cliente, await DiscarAsync(cliente));
    }
}
