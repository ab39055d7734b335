using CrmVoip.IntegrationTests.Features.Oportunidades;
using CrmVoip.IntegrationTests.Infra;

namespace CrmVoip.IntegrationTests.Features;

[Collection(AplicacaoFixture.Colecao)]
public sealed class BuscaTests(AplicacaoFixture app)
{
    [Theory]
    [InlineData("usina 2", 1)]
    [InlineData("MARINA", 2)]
    [InlineData("padaria", 2)]
    [InlineData("padaria pao da vila", 2)]
    [InlineData("pãdáriã", 2)]
    [InlineData("\0", 0)]
    [InlineData("(11) 96000-0001", 2)]
    [InlineData("11 9600", 2)]
    [InlineData("5511960000001", 2)]
    [InlineData("11 9700", 0)]
    [InlineData("100%", 0)]
    [InlineData("", 0)]
    public async Task Deal_is_found_by_title_contact_company_or_the_beginning_of_a_number(string q, int achados)
    {
        var ana = await (await app.CriarOrganizacaoAsync()).PessoaAsync();
        await FunilDeTeste.CriarAsync(ana, 2);
        using var cliente = await ana.EntrarAsync();

        var pagina = await cliente.PaginaAsync($"/busca?q={Uri.EscapeDataString(q)}");

        Assert.Equal(achados, pagina.QuerySelectorAll("[data-abrir]").Length);
    }

    [Fact]
    public async Task Title_made_of_digits_is_found_although_they_could_begin_a_number()
    {
        var ana = await (await app.CriarOrganizacaoAsync()).PessoaAsync();
        var funil = await FunilDeTeste.CriarAsync(ana, 1);
        using var cliente = await ana.EntrarAsync();
        var contato = funil.Oportunidades[0].ContatoId.ToString();
        await cliente.FormAsync("/oportunidades/criar", ("Titulo", "Pedido 2026-117"), ("ResponsavelId", ana.Id.ToString()), ("ContatoId", contato));

        var pagina = await cliente.PaginaAsync("/busca?q=2026-117");

        Assert.Contains("Pedido 2026-117", Assert.Single(pagina.QuerySelectorAll("[data-abrir]")).TextContent, StringComparison.Ordinal);
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
    }
}
