using AngleSharp.Html.Dom;
using CrmVoip.Domain;
using CrmVoip.IntegrationTests.Features.Vendas.Oportunidades;
using CrmVoip.IntegrationTests.Infra;

namespace CrmVoip.IntegrationTests.Features.Vendas.Contatos;

[Collection(AplicacaoFixture.Colecao)]
public sealed class ListaTests(AplicacaoFixture app)
{
    [Fact]
    public async Task Names_stand_in_order_whatever_their_accents_and_capitals()
    {
        var (_, cliente) = await ComAsync("zuleica", "Álvaro Lima", "ana", "Ângela", "Bruno");
        using (cliente)
        {
            Assert.Equal(["Álvaro Lima", "ana", "Ângela", "Bruno", "zuleica"], Nomes(await cliente.PaginaAsync("/contatos")));
            Assert.Equal(["Bruno", "Ângela", "ana", "Álvaro Lima", "zuleica"], Nomes(await cliente.PaginaAsync("/contatos?ordem=novos")));
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("ordem=novos")]
    [InlineData("texto=contato")]
    public async Task Each_contact_stands_once_on_one_of_the_pages(string consulta)
    {
        // Many of one name: a page may end among them.
        string[] nomes = [.. Enumerable.Range(0, 120).Select(n => $"Contato {n % 3}")];
        var (_, cliente) = await ComAsync(nomes);
        using (cliente)
        {
            var (pagina, vistos, paginas) = (await cliente.PaginaAsync($"/contatos?{consulta}"), new List<string>(), 1);
            vistos.AddRange(Enderecos(pagina));
            while (pagina.QuerySelector("a#contatos-mais") is { } mais)
            {
                pagina = await ClienteDeTeste.PaginaAsync(await cliente.Http.GetAsync(mais.GetAttribute("href")));
                vistos.AddRange(Enderecos(pagina));
                paginas++;
            }

            Assert.Equal((3, 120, 120), (paginas, vistos.Count, vistos.Distinct().Count()));
        }
    }

    [Theory]
    [InlineData("marina", "Marina Alves")]
    [InlineData("pao da vila", "Marina Alves")]
    [InlineData("0001", "Marina Alves")]
    [InlineData("zilda@", "Zilda")]
    public async Task Contact_is_found_by_name_company_email_or_digits(string texto, string nome)
    {
        var ana = await (await app.CriarOrganizacaoAsync()).PessoaAsync();
        await FunilDeTeste.CriarAsync(ana, 1);
        var zilda = new Contato(ana.Organizacao.Id, "Zilda");
        zilda.Editar("Zilda", null, "zilda@sol.example");
        await ana.Organizacao.SalvarAsync(zilda);
        using var cliente = await ana.EntrarAsync();

        Assert.Equal([nome], Nomes(await cliente.PaginaAsync($"/contatos?texto={Uri.EscapeDataString(texto)}")));
    }

    [Fact]
    public async Task Row_says_how_many_deals_are_open_and_what_became_of_the_last_call()
    {
        var ana = await (await app.CriarOrganizacaoAsync()).PessoaAsync();
        var funil = await FunilDeTeste.CriarAsync(ana, 3);
        await ana.Organizacao.ComDbAsync(async db =>
        {
            db.Attach(funil.Oportunidades[0]).Entity.Ganhar(DateTimeOffset.UtcNow);
            return await db.SaveChangesAsync();
        });
        await new CenaDeLigacao(ana.Organizacao, ana, funil.Oportunidades[1]).LigouAsync(DateTimeOffset.UtcNow.AddDays(-1));
        using var cliente = await ana.EntrarAsync();

        var linha = (await cliente.PaginaAsync("/contatos")).QuerySelector("#contatos-linhas tr")!;

        Assert.Equal("2", linha.QuerySelector(".contatos__abertas")!.TextContent);
        Assert.EndsWith("ontem", linha.QuerySelector(".contatos__ligacao")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("+5511960000001", linha.QuerySelector("[data-ligar]")!.GetAttribute("data-numero"));
    }

    [Fact]
    public async Task Nothing_there_and_nothing_found_say_what_to_do_next()
    {
        var ana = await (await app.CriarOrganizacaoAsync()).PessoaAsync();
        using var cliente = await ana.EntrarAsync();
        Assert.Equal("Nenhum contato ainda", (await cliente.PaginaAsync("/contatos")).QuerySelector(".vazio__titulo")!.TextContent);

        await ana.Organizacao.SalvarAsync(new Contato(ana.Organizacao.Id, "Rui"));

        Assert.Equal("Nenhum contato com “zélia”", (await cliente.PaginaAsync("/contatos?texto=z%C3%A9lia")).QuerySelector(".vazio__titulo")!.TextContent);
        Assert.Equal(["Rui"], Nomes(await cliente.PaginaAsync("/contatos?texto=%20-%20")));
    }

    private async Task<(PessoaDeTeste Ana, ClienteDeTeste Cliente)> ComAsync(params string[] nomes)
    {
        var ana = await (await app.CriarOrganizacaoAsync()).PessoaAsync();

        // One after the other: what is saved at once is of one moment.
        foreach (var lote in nomes.Chunk(nomes.Length > 10 ? nomes.Length : 1))
        {
            await ana.Organizacao.SalvarAsync([.. lote.Select(n => new Contato(ana.Organizacao.Id, n))]);
        }

        return (ana, await ana.EntrarAsync());
    }

    private static IEnumerable<string> Nomes(IHtmlDocument pagina) => pagina.QuerySelectorAll(".contatos__nome").Select(n => n.TextContent);

    private static IEnumerable<string> Enderecos(IHtmlDocument pagina) => pagina.QuerySelectorAll(".contatos__nome").Select(n => n.GetAttribute("href")!);
}
