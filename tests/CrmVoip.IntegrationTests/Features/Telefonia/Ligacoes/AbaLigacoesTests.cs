using System.Net;
using CrmVoip.Domain.Ligacoes;
using CrmVoip.IntegrationTests.Infra;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.IntegrationTests.Features.Telefonia.Ligacoes;

/// <summary>The tab "Ligações" of an opportunity.</summary>
[Collection(AplicacaoFixture.Colecao)]
public sealed class AbaLigacoesTests(AplicacaoFixture app)
{
    private const string SemProvedor = "http://127.0.0.1:9/api/v1";

    // 14:02 in São Paulo, some days ago.
    private static readonly DateTimeOffset _inicio = new(DateTimeOffset.UtcNow.Date.AddDays(-3).AddHours(17).AddMinutes(2), TimeSpan.Zero);

    [Fact]
    public async Task Newest_first_with_all_a_person_wants_to_know()
    {
        var cena = await CenaDeLigacao.CriarAsync(app, SemProvedor);
        var antiga = await cena.LigouAsync(_inicio.AddDays(-1));
        var nova = await cena.LigouAsync(_inicio, gravacaoUrl: "https://listener.api4com.com/files/listen/abc.mp3");
        await cena.Organizacao.ComDbAsync(async db =>
        {
            var ligacao = await db.Ligacoes.SingleAsync(l => l.Id == nova);
            ligacao.Anotar("Pediu <b>proposta</b>", (await db.ResultadosDeLigacao.SingleAsync()).Id, 1);
            return await db.SaveChangesAsync();
        });
        using var cliente = await cena.Pessoa.EntrarAsync();

        var pagina = await cliente.PaginaAsync($"/oportunidades/{cena.Oportunidade.Id}/ligacoes");

        var itens = pagina.QuerySelectorAll(".ligacao");
        Assert.Equal([nova.ToString(), antiga.ToString()], itens.Select(i => i.GetAttribute("data-ligacao-id")));
        Assert.Contains($"{_inicio.AddHours(-3):dd/MM/yyyy} 14:02", itens[0].TextContent);
        Assert.Contains("Atendida", itens[0].TextContent);
        Assert.Contains("00:30", itens[0].QuerySelector(".ligacao__duracao")!.TextContent);
        Assert.Contains("(11) 96000-0001", itens[0].TextContent);
        Assert.Contains("Não atendeu", itens[0].TextContent);
        Assert.Equal("Pediu <b>proposta</b>", itens[0].QuerySelector(".anotacao__nota")!.TextContent);
        var player = itens[0].QuerySelector("audio")!;
        Assert.Equal($"{cena.Organizacao.Base}/telefonia/recordings/{nova}", player.GetAttribute("src"));
        Assert.Equal("none", player.GetAttribute("preload"));
        Assert.DoesNotContain("listener.api4com.com", pagina.DocumentElement.OuterHtml);
        Assert.Null(itens[1].QuerySelector("audio"));
        Assert.Contains("A API4COM não tem gravação", itens[1].TextContent);
    }

    [Fact]
    public async Task Why_there_is_no_recording_is_said()
    {
        var cena = await CenaDeLigacao.CriarAsync(app, SemProvedor);
        var emCurso = new Ligacao(cena.Organizacao.Id, Guid.NewGuid(), cena.Pessoa.Id, CenaDeLigacao.Numero, "1001", DateTimeOffset.UtcNow) { OportunidadeId = cena.Oportunidade.Id };
        await cena.Organizacao.SalvarAsync(emCurso);
        var esperada = await cena.LigouAsync(_inicio);
        await cena.Organizacao.ComDbAsync(async db =>
        {
            (await db.Ligacoes.SingleAsync(l => l.Id == esperada)).ConferirDepoisDe(DateTimeOffset.UtcNow.AddHours(1));
            return await db.SaveChangesAsync();
        });
        await cena.LigouAsync(_inicio.AddDays(-1), gravacaoUrl: "https://listener.api4com.com/x.mp3");
        using var colega = await (await cena.Organizacao.PessoaAsync()).EntrarAsync();

        var itens = (await colega.PaginaAsync($"/oportunidades/{cena.Oportunidade.Id}/ligacoes")).QuerySelectorAll(".ligacao__gravacao");

        Assert.Contains("aparece depois da ligação", itens[0].TextContent);
        Assert.Contains("ainda não chegou", itens[1].TextContent);
        Assert.Contains("podem ouvir", itens[2].TextContent);
        Assert.Empty(itens.SelectMany(i => i.QuerySelectorAll("audio")));
    }

    [Fact]
    public async Task Without_calls_it_says_how_to_make_one_and_elsewhere_it_does_not_exist()
    {
        var cena = await CenaDeLigacao.CriarAsync(app, SemProvedor);
        var outra = await CenaDeLigacao.CriarAsync(app, SemProvedor);
        using var cliente = await cena.Pessoa.EntrarAsync();

        Assert.Contains("Nenhuma ligação ainda", (await cliente.PaginaAsync($"/oportunidades/{cena.Oportunidade.Id}/ligacoes")).Body!.TextContent);
        Assert.Equal(HttpStatusCode.NotFound, (await cliente.GetAsync($"/oportunidades/{outra.Oportunidade.Id}/ligacoes")).StatusCode);
    }
}
