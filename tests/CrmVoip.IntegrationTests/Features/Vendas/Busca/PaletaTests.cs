using AngleSharp.Html.Dom;
using CrmVoip.Domain;
using CrmVoip.IntegrationTests.Features.Vendas.Oportunidades;
using CrmVoip.IntegrationTests.Infra;

namespace CrmVoip.IntegrationTests.Features.Vendas.Busca;

[Collection(AplicacaoFixture.Colecao)]
public sealed class PaletaTests(AplicacaoFixture app)
{
    [Theory]
    [InlineData("usina 2", 1)]
    [InlineData("2 usina", 1)]
    [InlineData("MARINA", 2)]
    [InlineData("alves padaria", 2)]
    [InlineData("padaria usina 1", 1)]
    [InlineData("padaria pao da vila", 2)]
    [InlineData("pãdáriã", 2)]
    [InlineData("adaria", 0)]
    [InlineData("marina outra", 0)]
    [InlineData("\0", 0)]
    [InlineData("(11) 96000-0001", 2)]
    [InlineData("11 9600", 2)]
    [InlineData("0001", 2)]
    [InlineData("marina 0001", 2)]
    [InlineData("6000", 2)]
    [InlineData("5511960000001", 2)]
    [InlineData("11 9700", 0)]
    [InlineData("100%", 0)]
    [InlineData("%", 0)]
    [InlineData("", 0)]
    public async Task Deal_is_found_by_words_of_title_contact_or_company_in_any_order_or_by_four_digits(string q, int achados)
    {
        var ana = await (await app.CriarOrganizacaoAsync()).PessoaAsync();
        await FunilDeTeste.CriarAsync(ana, 2);
        using var cliente = await ana.EntrarAsync();

        Assert.Equal(achados, Oportunidades(await cliente.PaginaAsync($"/busca?q={Uri.EscapeDataString(q)}")).Length);
    }

    [Fact]
    public async Task Two_words_that_are_many_find_what_has_both_in_the_contact_or_one_in_the_title()
    {
        var ana = await (await app.CriarOrganizacaoAsync()).PessoaAsync();
        var funil = await FunilDeTeste.CriarAsync(ana, 5);
        var id = ana.Organizacao.Id;
        var muitos = Enumerable.Range(0, 210).SelectMany(n => new[] { $"Ana {n}", $"{n} Lima" }).Select(n => new Contato(id, n));
        var (ambas, lima, rui) = (new Contato(id, "Ana Clara Lima"), new Contato(id, "Rui Lima"), new Contato(id, "Rui"));
        await ana.Organizacao.SalvarAsync([.. muitos, ambas, lima, rui]);
        await ana.Organizacao.ComDbAsync(async db =>
        {
            foreach (var (deal, (titulo, contato)) in funil.Oportunidades.Zip([("Sítio", ambas), ("Sítio", lima), ("Casa de Ana", lima), ("Casa de Ana", rui), ("Ana e Lima", rui)]))
            {
                db.Attach(deal).Entity.Editar(titulo, 1, contato.Id, ana.Id, DateTimeOffset.UtcNow);
            }

            return await db.SaveChangesAsync();
        });
        using var cliente = await ana.EntrarAsync();

        foreach (var q in new[] { "ana lima", "lima ana" })
        {
            var pagina = await cliente.PaginaAsync($"/busca?q={q}");
            Assert.Equal(Ids(funil.Oportunidades[0], funil.Oportunidades[2], funil.Oportunidades[4]), Oportunidades(pagina).Select(o => o.Id!).Order());
            Assert.StartsWith("Ana Clara Lima", Assert.Single(pagina.QuerySelectorAll("[id^='contato-'] > span")).TextContent.Trim(), StringComparison.Ordinal);
        }

        static IEnumerable<string> Ids(params Oportunidade[] deals) => deals.Select(d => $"achado-{d.Id}").Order();
    }

    [Theory]
    [InlineData("Škoda", "Škoda")]
    [InlineData("skoda", "Škoda")]
    [InlineData("Nguyễn", "Nguyễn Thị")]
    [InlineData("nguyen thi", "Nguyễn Thị")]
    [InlineData("thi NGUYEN", "Nguyễn Thị")]
    [InlineData("conceicao", "Zilda Concei\u0063\u0327a\u0303o")]
    [InlineData("Conceição", "Zilda Concei\u0063\u0327a\u0303o")]
    [InlineData("zilda@aurora", "Zilda Concei\u0063\u0327a\u0303o")]
    [InlineData("50% off", "50%_Off")]
    public async Task Contact_without_a_deal_is_found_however_it_is_written(string q, string nome)
    {
        var ana = await (await app.CriarOrganizacaoAsync()).PessoaAsync();
        var zilda = new Contato(ana.Organizacao.Id, "Zilda Concei\u0063\u0327a\u0303o");
        zilda.Editar(zilda.Nome, "Aurora", "zilda@aurora.example");
        await ana.Organizacao.SalvarAsync(zilda, new Contato(ana.Organizacao.Id, "Škoda"), new Contato(ana.Organizacao.Id, "Nguyễn Thị"), new Contato(ana.Organizacao.Id, "50%_Off"));
        using var cliente = await ana.EntrarAsync();

        var pagina = await cliente.PaginaAsync($"/busca?q={Uri.EscapeDataString(q)}");

        Assert.StartsWith(nome, Assert.Single(pagina.QuerySelectorAll("[id^='contato-']")).TextContent.Trim(), StringComparison.Ordinal);
        Assert.Empty(pagina.QuerySelectorAll("[data-discar]"));
    }

    [Fact]
    public async Task Found_contact_can_be_called_and_opened()
    {
        var ana = await (await app.CriarOrganizacaoAsync()).PessoaAsync();
        var rita = new Contato(ana.Organizacao.Id, "Rita Lins");
        rita.MudarTelefone("(11) 96000-0002", NumeroDeTelefone.Ler("+5511960000002"));
        await ana.Organizacao.SalvarAsync(rita);
        await FunilDeTeste.CriarAsync(ana, 0);
        using var cliente = await ana.EntrarAsync();

        var pagina = await cliente.PaginaAsync("/busca?q=rita");

        var ligar = pagina.QuerySelector("[data-discar]")!;
        Assert.Equal(("+5511960000002", rita.Id.ToString()), (ligar.GetAttribute("data-numero"), ligar.GetAttribute("data-contato-id")));
        var ficha = await cliente.PaginaAsync(pagina.QuerySelector("[id^='contato-']")!.GetAttribute("data-abrir")![ana.Organizacao.Base.Length..]);
        Assert.Equal("Rita Lins", ficha.QuerySelector("h1")!.TextContent);
        var form = await cliente.PaginaAsync($"/oportunidades/criar?contatoId={rita.Id}");
        Assert.Equal("Rita Lins", form.QuerySelector("#ContatoId option[selected]")!.TextContent);
    }

    [Fact]
    public async Task What_was_changed_is_found_by_what_it_is_now()
    {
        var ana = await (await app.CriarOrganizacaoAsync()).PessoaAsync();
        var funil = await FunilDeTeste.CriarAsync(ana, 1);
        await ana.Organizacao.ComDbAsync(async db =>
        {
            (await db.Contatos.FindAsync(ana.Organizacao.Id, funil.Oportunidades[0].ContatoId))!.Editar("Marília Alves", null, null);
            return await db.SaveChangesAsync();
        });
        using var cliente = await ana.EntrarAsync();

        Assert.Empty(Oportunidades(await cliente.PaginaAsync("/busca?q=marina")));
        Assert.Empty(Oportunidades(await cliente.PaginaAsync("/busca?q=padaria")));
        Assert.Single(Oportunidades(await cliente.PaginaAsync("/busca?q=marilia alves")));
    }

    [Fact]
    public async Task Title_made_of_digits_is_found_although_they_could_begin_a_number()
    {
        var ana = await (await app.CriarOrganizacaoAsync()).PessoaAsync();
        var funil = await FunilDeTeste.CriarAsync(ana, 1);
        using var cliente = await ana.EntrarAsync();
        var contato = funil.Oportunidades[0].ContatoId.ToString();
        await cliente.FormAsync("/oportunidades/criar", ("Titulo", "Pedido 2026-117"), ("ResponsavelId", ana.Id.ToString()), ("ContatoId", contato));

        foreach (var q in new[] { "2026-117", "2026", "117", "pedido 2026" })
        {
            var achada = Assert.Single(Oportunidades(await cliente.PaginaAsync($"/busca?q={q}")));
            Assert.Contains("Pedido 2026-117", achada.TextContent, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("11960000001", "+5511960000001")]
    [InlineData("0800 123 4567", "+558001234567")]
    [InlineData("190", null)]
    [InlineData("1001", null)]
    [InlineData("usina 11960000001", null)]
    public async Task Number_in_no_contact_can_be_dialled(string q, string? numero)
    {
        var ana = await (await app.CriarOrganizacaoAsync()).PessoaAsync();
        using var cliente = await ana.EntrarAsync();

        var pagina = await cliente.PaginaAsync($"/busca?q={Uri.EscapeDataString(q)}");

        Assert.Equal(numero, pagina.QuerySelector("[data-discar]")?.GetAttribute("data-numero"));
    }

    [Fact]
    public async Task Nothing_of_another_organization_is_found()
    {
        var outra = await (await app.CriarOrganizacaoAsync()).PessoaAsync();
        await FunilDeTeste.CriarAsync(outra, 3);
        var ana = await (await app.CriarOrganizacaoAsync()).PessoaAsync();
        using var cliente = await ana.EntrarAsync();

        Assert.Empty((await cliente.PaginaAsync("/busca?q=usina")).QuerySelectorAll("li"));
        using var deOutra = await outra.EntrarAsync();
        Assert.Equal(3, Oportunidades(await deOutra.PaginaAsync("/busca?q=usina")).Length);
    }

    private static AngleSharp.Dom.IElement[] Oportunidades(IHtmlDocument pagina) => [.. pagina.QuerySelectorAll("[id^='achado-'][data-abrir]")];
}
