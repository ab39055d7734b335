using System.Net;
using System.Net.Http.Headers;
using CrmVoip.Domain;
using CrmVoip.IntegrationTests.Infra;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.IntegrationTests.Features.Telefonia.Gravacoes;

/// <summary>GET /telefonia/recordings/{ligacaoId}.</summary>
[Collection(AplicacaoFixture.Colecao)]
public sealed class GravacoesTests(AplicacaoFixture app, SimuladorDeTeste simulador) : IClassFixture<SimuladorDeTeste>
{
    private static readonly byte[] _audio =
        [.. "RIFF"u8, 0, 0, 4, 0, .. "WAVE"u8, .. Enumerable.Range(12, 300_000 - 12).Select(i => (byte)(i * 7))];

    [Fact]
    public async Task Whole_recording_is_played_and_noted_once()
    {
        var (cena, id) = await GravadaAsync();
        using var cliente = await cena.Pessoa.EntrarAsync();

        var resposta = await OuvirAsync(cliente, id, "bytes=0-");
        await OuvirAsync(cliente, id, null);
        await OuvirAsync(cliente, id, "bytes=1000-");

        Assert.Equal(HttpStatusCode.PartialContent, resposta.StatusCode);
        Assert.Equal(_audio, await resposta.Content.ReadAsByteArrayAsync());
        Assert.Equal("audio/wav", resposta.Content.Headers.ContentType?.MediaType);
        Assert.Equal("nosniff", resposta.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.True(resposta.Headers.CacheControl is { Private: true, NoStore: true });
        Assert.Equal(1, await cena.Organizacao.ComDbAsync(db => db.AuditLog.CountAsync(a => a.Acao == "gravacao.ouvida" && a.EntidadeId == id)));
    }

    [Theory]
    [InlineData("bytes=100-199", 100, 199)]
    [InlineData("bytes=299990-", 299_990, 299_999)]
    [InlineData("bytes=-10", 299_990, 299_999)]
    public async Task Seek_gets_exactly_its_bytes(string range, int de, int ate)
    {
        var (cena, id) = await GravadaAsync();
        using var cliente = await cena.Pessoa.EntrarAsync();
        await ConferirTrechoAsync(await OuvirAsync(cliente, id, range), de, ate);
    }

    [Theory]
    [InlineData("bytes=100-199", 100, 199)]
    [InlineData("bytes=299990-", 299_990, 299_999)]
    [InlineData("bytes=-10", 299_990, 299_999)]
    public async Task Seek_works_also_where_the_provider_knows_no_ranges(string range, int de, int ate)
    {
        await using var provedor = await ProvedorFalso.IniciarAsync(c =>
        {
            c.Response.ContentType = "audio/mpeg";
            c.Response.ContentLength = _audio.Length;
            return c.Response.Body.WriteAsync(_audio).AsTask();
        });
        var (cena, id) = await GravadaEmAsync(provedor.BaseUrl, $"{provedor.Raiz}/x.mp3");
        using var cliente = await cena.Pessoa.EntrarAsync();

        await ConferirTrechoAsync(await OuvirAsync(cliente, id, range), de, ate);
        Assert.Equal(HttpStatusCode.RequestedRangeNotSatisfiable, (await OuvirAsync(cliente, id, "bytes=400000-")).StatusCode);
    }

    [Fact]
    public async Task Range_outside_the_file_is_416_and_several_ranges_are_none()
    {
        var (cena, id) = await GravadaAsync();
        using var cliente = await cena.Pessoa.EntrarAsync();

        Assert.Equal(HttpStatusCode.RequestedRangeNotSatisfiable, (await OuvirAsync(cliente, id, "bytes=400000-")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await OuvirAsync(cliente, id, "bytes=0-1,5-9")).StatusCode);
    }

    [Fact]
    public async Task Caller_responsible_and_management_hear_it_and_nobody_else()
    {
        var (cena, id) = await GravadaAsync();
        var dono = await cena.Organizacao.PessoaAsync();
        await cena.Organizacao.ComDbAsync(async db =>
        {
            var oportunidade = await db.Oportunidades.SingleAsync();
            oportunidade.Editar(oportunidade.Titulo, 1m, oportunidade.ContatoId, dono.Id, DateTimeOffset.UtcNow);
            return await db.SaveChangesAsync();
        });

        foreach (var (pessoa, status) in new[]
        {
            (cena.Pessoa, HttpStatusCode.OK),
            (dono, HttpStatusCode.OK),
            (await cena.Organizacao.PessoaAsync(Papel.Gestor), HttpStatusCode.OK),
            (await cena.Organizacao.PessoaAsync(Papel.Administrador), HttpStatusCode.OK),
            (await cena.Organizacao.PessoaAsync(), HttpStatusCode.Forbidden),
        })
        {
            using var cliente = await pessoa.EntrarAsync();
            Assert.Equal(status, (await OuvirAsync(cliente, id, null)).StatusCode);
        }
    }

    [Fact]
    public async Task Call_of_another_organization_or_without_recording_is_not_found()
    {
        var (cena, id) = await GravadaAsync();
        var outra = await CenaDeLigacao.CriarAsync(app, simulador.BaseUrl);
        using var daqui = await cena.Pessoa.EntrarAsync();
        using var deLa = await (await outra.Organizacao.PessoaAsync(Papel.Administrador)).EntrarAsync();

        Assert.Equal(HttpStatusCode.NotFound, (await OuvirAsync(deLa, id, null)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await OuvirAsync(daqui, await cena.LigouAsync(DateTimeOffset.UtcNow), null)).StatusCode);
    }

    [Theory]
    [InlineData("http://127.0.0.1:9/x.mp3")]
    [InlineData("https://169.254.169.254/latest/meta-data")]
    [InlineData("https://api4com.com.evil.example/x.mp3")]
    [InlineData("https://evilapi4com.com/x.mp3")]
    [InlineData("file:///etc/passwd")]
    [InlineData("not a url")]
    public async Task Address_that_is_not_the_provider_s_is_never_asked(string endereco)
    {
        var (cena, id) = await GravadaEmAsync(simulador.BaseUrl, endereco);
        using var cliente = await cena.Pessoa.EntrarAsync();

        var resposta = await OuvirAsync(cliente, id, null);

        Assert.Equal(HttpStatusCode.BadGateway, resposta.StatusCode);
        Assert.Contains("não está mais disponível", await resposta.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("http://127.0.0.1:9/y.mp3", 302)]
    [InlineData("https://169.254.169.254/", 307)]
    [InlineData("/x.mp3", 302)]
    public async Task Redirect_to_elsewhere_or_in_a_circle_is_not_followed(string destino, int status)
    {
        await using var provedor = await ProvedorFalso.IniciarAsync(c =>
        {
            c.Response.StatusCode = status;
            c.Response.Headers.Location = destino;
            return Task.CompletedTask;
        });
        var (cena, id) = await GravadaEmAsync(provedor.BaseUrl, $"{provedor.Raiz}/x.mp3");
        using var cliente = await cena.Pessoa.EntrarAsync();

        Assert.Equal(HttpStatusCode.BadGateway, (await OuvirAsync(cliente, id, null)).StatusCode);
        Assert.InRange(provedor.Pedidos.Count, 1, 4);
    }

    [Theory]
    [InlineData(200, "text/html", null)]
    [InlineData(404, "audio/mpeg", null)]
    [InlineData(500, "audio/mpeg", null)]
    [InlineData(200, "audio/mpeg", null)]
    [InlineData(200, "audio/mpeg", "bytes=0-")]
    [InlineData(200, "audio/mpeg", "bytes=0-1")]
    [InlineData(200, "audio/mpeg", "bytes=5-9")]
    public async Task What_is_no_recording_is_not_passed_on(int status, string tipo, string? range)
    {
        await using var provedor = await ProvedorFalso.IniciarAsync(c =>
        {
            (c.Response.StatusCode, c.Response.ContentType) = (status, tipo);
            return c.Response.WriteAsync("<script>alert(1)</script>");
        });
        var (cena, id) = await GravadaEmAsync(provedor.BaseUrl, $"{provedor.Raiz}/x.mp3");
        using var cliente = await cena.Pessoa.EntrarAsync();

        var resposta = await OuvirAsync(cliente, id, range);

        Assert.Equal(HttpStatusCode.BadGateway, resposta.StatusCode);
        var corpo = await resposta.Content.ReadAsStringAsync();
        Assert.DoesNotContain("script", corpo);
        Assert.Contains(status == 200 ? "gravacao_invalida" : "gravacao_indisponivel", corpo);
        Assert.Equal(0, await cena.Organizacao.ComDbAsync(db => db.AuditLog.CountAsync(a => a.Acao == "gravacao.ouvida")));
    }

    private static async Task ConferirTrechoAsync(HttpResponseMessage resposta, int de, int ate)
    {
        Assert.Equal(HttpStatusCode.PartialContent, resposta.StatusCode);
        Assert.Equal($"bytes {de}-{ate}/{_audio.Length}", resposta.Content.Headers.ContentRange?.ToString());
        Assert.Equal(_audio[de..(ate + 1)], await resposta.Content.ReadAsByteArrayAsync());
    }

    private static Task<HttpResponseMessage> OuvirAsync(ClienteDeTeste cliente, Guid id, string? range)
    {
        cliente.Http.DefaultRequestHeaders.Range = range is null ? null : RangeHeaderValue.Parse(range);
        return cliente.GetAsync($"/telefonia/recordings/{id}");
    }

    private async Task<(CenaDeLigacao Cena, Guid Id)> GravadaAsync()
    {
        var registro = simulador.Ligou("011960000001", DateTimeOffset.UtcNow.AddMinutes(-5), gravacao: _audio);
        return await GravadaEmAsync(simulador.BaseUrl, $"{simulador.Raiz}/files/listen/{registro.Id}.wav");
    }

    private async Task<(CenaDeLigacao Cena, Guid Id)> GravadaEmAsync(string baseUrl, string endereco)
    {
        var cena = await CenaDeLigacao.CriarAsync(app, baseUrl);
        return (cena, await cena.LigouAsync(DateTimeOffset.UtcNow.AddDays(-2), gravacaoUrl: endereco));
    }
}
