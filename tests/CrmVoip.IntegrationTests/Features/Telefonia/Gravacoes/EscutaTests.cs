using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using CrmVoip.IntegrationTests.Infra;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.IntegrationTests.Features.Telefonia.Gravacoes;

/// <summary>What players ask for and providers answer with: who hears is noted, what is no audio is not heard.</summary>
[Collection(AplicacaoFixture.Colecao)]
public sealed class EscutaTests(AplicacaoFixture app)
{
    private static readonly byte[] _audio = [.. "ID3"u8, .. Enumerable.Range(3, 50_000 - 3).Select(i => (byte)(i * 3))];

    [Theory]
    [InlineData(new[] { "bytes=0-1", "bytes=0-19999" }, 1)]
    [InlineData(new[] { "bytes=1-" }, 1)]
    [InlineData(new[] { "bytes=-500" }, 1)]
    [InlineData(new[] { "bytes=2-3", "bytes=4-5", "bytes=6-7" }, 1)]
    [InlineData(new[] { "bytes=0-1", "bytes=0-1" }, 0)]
    [InlineData(new[] { "bytes=60000-" }, 0)]
    public async Task Delivery_of_audio_is_noted_whatever_part_is_asked(string[] ranges, int linhas)
    {
        await using var provedor = await ProvedorAsync(comTrechos: true, comTamanho: true);
        using var ouvinte = await OuvinteAsync(provedor);

        foreach (var range in ranges)
        {
            await ouvinte.OuvirAsync(range);
        }

        Assert.Equal(linhas, await ouvinte.EscutasAsync());
    }

    [Fact]
    public async Task Parts_asked_for_at_once_are_one_line()
    {
        await using var provedor = await ProvedorAsync(comTrechos: true, comTamanho: true);
        using var ouvinte = await OuvinteAsync(provedor);

        await Task.WhenAll(Enumerable.Range(0, 6).Select(i => ouvinte.OuvirAsync(string.Create(CultureInfo.InvariantCulture, $"bytes={i * 100}-"))));

        Assert.Equal(1, await ouvinte.EscutasAsync());
    }

    [Theory]
    [InlineData("audio/x-mpeg")]
    [InlineData("audio/mpeg3")]
    [InlineData("audio/x-mp3")]
    [InlineData("AUDIO/MPEG; charset=binary")]
    [InlineData("application/octet-stream")]
    [InlineData("text/plain")]
    public async Task Type_is_that_of_the_bytes_whatever_the_provider_calls_it(string dito)
    {
        await using var provedor = await ProvedorAsync(comTrechos: true, comTamanho: true, dito);
        using var ouvinte = await OuvinteAsync(provedor);

        using var resposta = await ouvinte.OuvirAsync(null);

        Assert.Equal(HttpStatusCode.OK, resposta.StatusCode);
        Assert.Equal("audio/mpeg", resposta.Content.Headers.ContentType?.ToString());
    }

    [Theory]
    [InlineData("bytes=0-1", 0, 1)]
    [InlineData("bytes=0-", 0, 49_999)]
    [InlineData("bytes=20000-20099", 20_000, 20_099)]
    [InlineData("bytes=-10", 49_990, 49_999)]
    public async Task Part_is_a_part_also_where_the_provider_knows_neither_ranges_nor_the_size(string range, int de, int ate)
    {
        await using var provedor = await ProvedorAsync(comTrechos: false, comTamanho: false);
        using var ouvinte = await OuvinteAsync(provedor);

        for (var vez = 0; vez < 2; vez++)
        {
            using var resposta = await ouvinte.OuvirAsync(range);
            Assert.Equal(HttpStatusCode.PartialContent, resposta.StatusCode);
            Assert.Equal($"bytes {de}-{ate}/{_audio.Length}", resposta.Content.Headers.ContentRange?.ToString());
            Assert.Equal(_audio[de..(ate + 1)], await resposta.Content.ReadAsByteArrayAsync());
        }

        // Counted the first time, remembered the second.
        Assert.Equal(3, provedor.Pedidos.Count);
    }

    [Fact]
    public async Task Beginning_is_looked_at_once_for_many_parts()
    {
        await using var provedor = await ProvedorAsync(comTrechos: true, comTamanho: true);
        using var ouvinte = await OuvinteAsync(provedor);

        await ouvinte.OuvirAsync("bytes=30000-");
        await ouvinte.OuvirAsync("bytes=40000-");

        Assert.Equal(3, provedor.Pedidos.Count);
    }

    [Fact]
    public async Task Page_labelled_audio_is_refused_although_a_part_of_it_looks_like_audio()
    {
        var pagina = "<html>"u8.ToArray().Concat(_audio).ToArray();
        await using var provedor = await ProvedorFalso.IniciarAsync(c => ResponderAsync(c, pagina, "audio/mpeg", comTrechos: true, comTamanho: true));
        using var ouvinte = await OuvinteAsync(provedor);

        using var resposta = await ouvinte.OuvirAsync("bytes=6-");

        Assert.Equal(HttpStatusCode.BadGateway, resposta.StatusCode);
        Assert.Contains("não é áudio", await resposta.Content.ReadAsStringAsync());
        Assert.Equal(0, await ouvinte.EscutasAsync());
    }

    private async Task<Ouvinte> OuvinteAsync(ProvedorFalso provedor)
    {
        var cena = await CenaDeLigacao.CriarAsync(app, provedor.BaseUrl);
        var id = await cena.LigouAsync(DateTimeOffset.UtcNow.AddDays(-2), gravacaoUrl: $"{provedor.Raiz}/x.mp3");
        return new Ouvinte(cena, id, await cena.Pessoa.EntrarAsync());
    }

    private static Task<ProvedorFalso> ProvedorAsync(bool comTrechos, bool comTamanho, string tipo = "audio/mpeg") =>
        ProvedorFalso.IniciarAsync(c => ResponderAsync(c, _audio, tipo, comTrechos, comTamanho));

    private static async Task ResponderAsync(HttpContext contexto, byte[] arquivo, string tipo, bool comTrechos, bool comTamanho)
    {
        var resposta = contexto.Response;
        resposta.ContentType = tipo;
        if (comTrechos)
        {
            await Results.Bytes(arquivo, tipo, enableRangeProcessing: true).ExecuteAsync(contexto);
            return;
        }

        resposta.ContentLength = comTamanho ? arquivo.Length : null;
        await resposta.Body.WriteAsync(arquivo, contexto.RequestAborted);
    }

    private sealed record Ouvinte(CenaDeLigacao Cena, Guid LigacaoId, ClienteDeTeste Cliente) : IDisposable
    {
        public async Task<HttpResponseMessage> OuvirAsync(string? range)
        {
            using var pedido = new HttpRequestMessage(HttpMethod.Get, $"{Cena.Organizacao.Base}/telefonia/recordings/{LigacaoId}");
            pedido.Headers.Range = range is null ? null : RangeHeaderValue.Parse(range);
            return await Cliente.Http.SendAsync(pedido);
        }

        public Task<int> EscutasAsync() => Cena.Organizacao.ComDbAsync(db =>
            db.AuditLog.CountAsync(a => a.Acao == "gravacao.ouvida" && a.EntidadeId == LigacaoId));

        public void Dispose() => Cliente.Dispose();
    }
}
