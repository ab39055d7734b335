using CrmVoip.Domain;
using CrmVoip.Features.Vendas.Oportunidades;
using CrmVoip.Features.Vendas.Quadros;
using CrmVoip.IntegrationTests.Infra;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.IntegrationTests.Features.Vendas.Oportunidades;

[Collection(AplicacaoFixture.Colecao)]
public sealed class QuadroTests(AplicacaoFixture app)
{
    [Fact]
    public async Task Each_stage_shows_count_and_sum_and_each_card_its_facts()
    {
        var ana = await (await app.CriarOrganizacaoAsync()).PessoaAsync();
        await FunilDeTeste.CriarAsync(ana, 2);
        using var cliente = await ana.EntrarAsync();

        var pagina = await cliente.PaginaAsync("/oportunidades");

        var colunas = pagina.QuerySelectorAll(".coluna");
        Assert.Equal(["Novo", "Proposta"], colunas.Select(c => c.QuerySelector("h2")!.TextContent));
        Assert.EndsWith("2", colunas[0].QuerySelector(".coluna__quantidade")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("R$ 2.001", colunas[0].QuerySelector(".coluna__soma")!.TextContent.Replace('\u00a0', ' '));
        Assert.Contains("Nenhuma oportunidade", colunas[1].TextContent, StringComparison.Ordinal);
        var cartao = colunas[0].QuerySelector(".cartao")!;
        Assert.Equal("Marina Alves · Padaria Pão da Vila", cartao.QuerySelector("p")!.TextContent);
        Assert.Equal("parada", cartao.QuerySelector("p:last-of-type span")!.GetAttribute("data-ritmo"));
    }

    [Fact]
    public async Task Phone_button_names_the_contact_and_carries_the_number()
    {
        var ana = await (await app.CriarOrganizacaoAsync()).PessoaAsync();
        await FunilDeTeste.CriarAsync(ana, 1);
        using var cliente = await ana.EntrarAsync();

        var ligar = (await cliente.PaginaAsync("/oportunidades")).QuerySelector(".cartao [data-ligar]")!;

        Assert.Equal("Marina Alves", ligar.TextContent);
        Assert.Equal("+5511960000001", ligar.GetAttribute("data-ligar"));
    }

    [Fact]
    public async Task Column_shows_its_first_fifty_in_order_and_says_that_there_are_more()
    {
        var ana = await (await app.CriarOrganizacaoAsync()).PessoaAsync();
        await FunilDeTeste.CriarAsync(ana, 52);
        using var cliente = await ana.EntrarAsync();

        var coluna = (await cliente.PaginaAsync("/oportunidades")).QuerySelector(".coluna")!;

        Assert.Equal(Enumerable.Range(1, 50).Select(i => $"Usina {i}"), coluna.QuerySelectorAll(".cartao h3 a").Select(t => t.TextContent));
        Assert.Equal("Mostrar mais", coluna.QuerySelector("[data-mais]")!.TextContent);
    }

    [Fact]
    public async Task Board_has_one_address_because_its_cards_are_named_relative_to_it()
    {
        var ana = await (await app.CriarOrganizacaoAsync()).PessoaAsync();
        var funil = await FunilDeTeste.CriarAsync(ana, 1);
        using var cliente = await ana.EntrarAsync();

        var comBarra = await cliente.GetAsync("/oportunidades/?parada=true");
        var cartao = (await cliente.PaginaAsync("/oportunidades?parada=true")).QuerySelector(".cartao h3 a")!;

        Assert.Equal($"{ana.Organizacao.Base}/oportunidades?parada=true", comBarra.Headers.Location!.ToString());
        var endereco = new Uri(new Uri($"https://crm.example{comBarra.Headers.Location}"), cartao.GetAttribute("href"));
        Assert.Equal($"{ana.Organizacao.Base}/oportunidades/{funil.Oportunidades[0].Id}", endereco.AbsolutePath);
    }

    [Theory]
    [InlineData(6)]
    [InlineData(60)]
    public async Task Board_takes_two_commands_however_many_cards_it_has(int cartoes)
    {
        var cena = await CenaDeLigacao.CriarAsync(app, "http://127.0.0.1:9/api/v1");
        var ana = cena.Pessoa;
        await FunilDeTeste.CriarAsync(ana, cartoes);
        await cena.LigouAsync(DateTimeOffset.UtcNow.AddDays(-1));
        using var cliente = await ana.EntrarAsync();

        // Who has done the first steps is not asked about them again.
        await cliente.GetAsync("/oportunidades");

        using var comandos = new ComandosExecutados(ana);
        await cliente.GetAsync("/oportunidades");

        Assert.Equal(2, comandos.Textos.Count);
        Assert.Single(comandos.Textos, c => c.Contains("oportunidades", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(SituacaoDaOportunidade.Aberta, "situacao = 'aberta'")]
    [InlineData(SituacaoDaOportunidade.Perdida, "situacao = 'perdida'")]
    public async Task Board_reads_each_stage_by_a_lateral_that_stops_early(SituacaoDaOportunidade situacao, string condicao)
    {
        var organizacao = await app.CriarOrganizacaoAsync();
        var filtro = new FiltroDoQuadro { Texto = "usina", Parada = true, Situacao = situacao };

        var sql = await organizacao.ComDbAsync(db => Task.FromResult(db.Quadro(filtro, DateTimeOffset.UtcNow, null).ToQueryString()));

        Assert.Contains(condicao, sql, StringComparison.Ordinal);

        Assert.Contains("LATERAL", sql, StringComparison.Ordinal);
        Assert.Contains("LIMIT", sql, StringComparison.Ordinal);
        Assert.DoesNotContain("ROW_NUMBER", sql, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Board_shows_nothing_of_another_organization()
    {
        var outra = await (await app.CriarOrganizacaoAsync()).PessoaAsync();
        await FunilDeTeste.CriarAsync(outra, 3);
        var ana = await (await app.CriarOrganizacaoAsync()).PessoaAsync();
        await FunilDeTeste.CriarAsync(ana, 1);
        using var cliente = await ana.EntrarAsync();

        var pagina = await cliente.PaginaAsync("/oportunidades");

        Assert.Single(pagina.QuerySelectorAll(".cartao"));
        Assert.Equal(2, pagina.QuerySelectorAll(".coluna").Length);
    }
}
