using AngleSharp.Html.Dom;
using CrmVoip.IntegrationTests.Features.Vendas.Oportunidades;
using CrmVoip.IntegrationTests.Infra;
using CrmVoip.IntegrationTests.Isolation;

namespace CrmVoip.IntegrationTests.Features.Vendas.Lista;

[Collection(AplicacaoFixture.Colecao)]
public sealed class ListaDeOportunidadesTests(AplicacaoFixture app)
{
    private static readonly string[] _consultas = ["", "ordem=valor", "ordem=etapa", "ordem=passo", "texto=usina", "parada=true&ordem=passo"];

    public static TheoryData<string> Consultas => new(_consultas);

    [Theory]
    [MemberData(nameof(Consultas))]
    public async Task Each_deal_stands_once_on_one_of_the_pages(string consulta)
    {
        var (_, cliente) = await ComMuitasAsync(120);
        using (cliente)
        {
            var (vistas, paginas) = await TodasAsync(cliente, consulta);

            Assert.Equal((3, 120, 120), (paginas, vistas.Count, vistas.Distinct().Count()));
        }
    }

    [Theory]
    [InlineData("ordem=valor", "10,00 9,00 9,00 8,00")]
    [InlineData("ordem=etapa", "8,00 9,00 10,00 9,00")]
    [InlineData("ordem=passo", "9,00 8,00 9,00 10,00")]
    public async Task Deals_stand_in_the_order_that_was_chosen(string consulta, string valores)
    {
        var ana = await (await app.CriarOrganizacaoAsync()).PessoaAsync();
        var funil = await FunilDeTeste.CriarAsync(ana, 4);
        var hoje = DateOnly.FromDateTime(DateTime.UtcNow);
        (decimal Valor, int NaEtapaHa, int? Passo)[] dados = [(8, 30, 5), (9, 20, 2), (10, 10, null), (9, 5, 9)];
        foreach (var (oportunidade, (valor, ha, passo)) in funil.Oportunidades.Zip(dados))
        {
            await app.Banco.ExecutarAsync(
                $"""
                update oportunidades set valor = {valor}, na_etapa_desde = now() - {ha} * interval '1 day', proximo_passo_em = {(passo is { } dias ? $"'{hoje.AddDays(dias):yyyy-MM-dd}'" : "null")}
                where organizacao_id = '{ana.Organizacao.Id}' and id = '{oportunidade.Id}'
                """);
        }

        using var cliente = await ana.EntrarAsync();

        var pagina = await cliente.PaginaAsync($"/oportunidades/lista?{consulta}");

        Assert.Equal(valores.Split(' ').Select(v => v.Replace(",00", "", StringComparison.Ordinal)), pagina.QuerySelectorAll("td.lista__valor").Select(v => v.TextContent.Replace("R$", "", StringComparison.Ordinal).Trim()));
    }

    [Theory]
    [InlineData("")]
    [InlineData("?situacao=ganha")]
    [InlineData("?responsavel={bia}")]
    [InlineData("?parada=true")]
    [InlineData("?texto=usina+2")]
    public async Task List_shows_what_the_board_shows_and_each_leads_to_the_other(string consulta)
    {
        var organizacao = await app.CriarOrganizacaoAsync();
        var (ana, bia) = (await organizacao.PessoaAsync(), await organizacao.PessoaAsync());
        var funil = await FunilDeTeste.CriarAsync(ana, 4);
        await organizacao.ComDbAsync(async db =>
        {
            db.Attach(funil.Oportunidades[0]).Entity.Ganhar(DateTimeOffset.UtcNow);
            db.Attach(funil.Oportunidades[2]).Entity.MoverPara(funil.Proposta.Id, "V", DateTimeOffset.UtcNow);
            db.Attach(funil.Oportunidades[3]).Entity.PassarPara(bia.Id, DateTimeOffset.UtcNow);
            return await db.SaveChangesAsync();
        });
        consulta = consulta.Replace("{bia}", bia.Id.ToString(), StringComparison.Ordinal);
        using var cliente = await ana.EntrarAsync();

        var quadro = await cliente.PaginaAsync($"/oportunidades{consulta}");
        var lista = await cliente.PaginaAsync($"/oportunidades/lista{consulta}");

        var titulos = Titulos(lista).Order().ToList();
        Assert.NotEmpty(titulos);
        Assert.Equal(quadro.QuerySelectorAll(".cartao h3").Select(h => h.TextContent).Order(), titulos);
        Assert.Equal(quadro.QuerySelector(".cabecalho__apoio")!.TextContent, lista.QuerySelector(".cabecalho__apoio")!.TextContent);
        var daLista = Vista(lista, "Quadro");
        Assert.Equal(Vista(quadro, "Quadro"), daLista);
        Assert.Equal(Vista(quadro, "Lista"), Vista(lista, "Lista"));
        Assert.EndsWith($"/oportunidades{consulta.Replace("+", "%20", StringComparison.Ordinal)}", daLista, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Row_tells_the_stage_the_next_step_and_the_last_call()
    {
        var ana = await (await app.CriarOrganizacaoAsync()).PessoaAsync();
        var funil = await FunilDeTeste.CriarAsync(ana, 1);
        await ana.Organizacao.ComDbAsync(async db =>
        {
            db.Attach(funil.Oportunidades[0]).Entity.Planejar("Enviar contrato", DateOnly.FromDateTime(DateTime.UtcNow.AddDays(-9)));
            return await db.SaveChangesAsync();
        });
        await new CenaDeLigacao(ana.Organizacao, ana, funil.Oportunidades[0]).LigouAsync(DateTimeOffset.UtcNow.AddDays(-1));
        using var cliente = await ana.EntrarAsync();

        var linha = (await cliente.PaginaAsync("/oportunidades/lista")).QuerySelector("#lista-linhas tr")!;

        Assert.StartsWith("Novo", linha.QuerySelector(".lista__etapa")!.TextContent.Trim(), StringComparison.Ordinal);
        Assert.Equal("há 20 dias", linha.QuerySelector(".cartao__dias[data-ritmo=parada]")!.TextContent);
        Assert.EndsWith("· Enviar contrato", linha.QuerySelector("[data-prazo=vencido]")!.TextContent, StringComparison.Ordinal);
        Assert.EndsWith("ontem", linha.QuerySelector(".lista__ligacao > span")!.TextContent, StringComparison.Ordinal);
        Assert.Equal((funil.Oportunidades[0].Id.ToString(), "+5511960000001"), (linha.QuerySelector("[data-ligar]")!.GetAttribute("data-oportunidade-id"), linha.QuerySelector("[data-ligar]")!.GetAttribute("data-numero")));
    }

    [Fact]
    public async Task Nothing_there_and_nothing_found_say_what_to_do_next()
    {
        var ana = await (await app.CriarOrganizacaoAsync()).PessoaAsync();
        using var cliente = await ana.EntrarAsync();
        Assert.Equal("Nenhuma oportunidade aberta", (await cliente.PaginaAsync("/oportunidades/lista")).QuerySelector(".vazio__titulo")!.TextContent);

        await FunilDeTeste.CriarAsync(ana, 1);

        Assert.Equal("Nenhuma oportunidade com “zélia”", (await cliente.PaginaAsync("/oportunidades/lista?texto=z%C3%A9lia")).QuerySelector(".vazio__titulo")!.TextContent);
        Assert.Equal("Nenhuma oportunidade com este filtro", (await cliente.PaginaAsync("/oportunidades/lista?situacao=perdida")).QuerySelector(".vazio__titulo")!.TextContent);
    }

    [Theory]
    [InlineData("depois=oi")]
    [InlineData("depois=99999999999999999999-0")]
    [InlineData("ordem=valor&depois=9223372036854775807-80000000000000000000000000000000")]
    [InlineData("ordem=passo&depois=9223372036854775807-80000000000000000000000000000000")]
    [InlineData("ordem=etapa&depois=9223372036854775807-80000000000000000000000000000000")]
    [InlineData("ordem=valor&depois=x-80000000000000000000000000000000")]
    public async Task Places_nobody_was_given_still_show_a_page(string consulta)
    {
        var ana = await (await app.CriarOrganizacaoAsync()).PessoaAsync();
        using var cliente = await ana.EntrarAsync();

        Assert.NotNull((await cliente.PaginaAsync($"/oportunidades/lista?{consulta}")).QuerySelector("#lista"));
    }

    private async Task<(PessoaDeTeste Ana, ClienteDeTeste Cliente)> ComMuitasAsync(int quantas)
    {
        var ana = await (await app.CriarOrganizacaoAsync()).PessoaAsync();
        await FunilDeTeste.CriarAsync(ana, quantas);

        // Many of one moment, value and day: a page may end among them. Those of every third have no day.
        await app.Banco.ExecutarAsync(
            $"""
            update oportunidades o set valor = n % 4, atualizada_em = now() - n % 5 * interval '1 day', proximo_passo_em = case when n % 3 > 0 then current_date + n % 6 end
            from (select id, row_number() over (order by id)::int n from oportunidades where organizacao_id = '{ana.Organizacao.Id}') p where p.id = o.id
            """);
        return (ana, await ana.EntrarAsync());
    }

    private static async Task<(List<string> Vistas, int Paginas)> TodasAsync(ClienteDeTeste cliente, string consulta)
    {
        var (pagina, vistas, paginas) = (await cliente.PaginaAsync($"/oportunidades/lista?{consulta}"), new List<string>(), 1);
        vistas.AddRange(Titulos(pagina));
        while (pagina.QuerySelector("a#lista-linhas-mais") is { } mais)
        {
            pagina = await ClienteDeTeste.PaginaAsync(await cliente.Http.GetAsync(mais.GetAttribute("href")));
            vistas.AddRange(Titulos(pagina));
            paginas++;
        }

        return (vistas, paginas);
    }

    private static string Vista(IHtmlDocument pagina, string nome) =>
        pagina.QuerySelectorAll(".vistas a").Single(a => a.TextContent == nome).GetAttribute("href")!;

    private static IEnumerable<string> Titulos(IHtmlDocument pagina) => pagina.QuerySelectorAll(".lista__titulo").Select(t => t.TextContent);
}
