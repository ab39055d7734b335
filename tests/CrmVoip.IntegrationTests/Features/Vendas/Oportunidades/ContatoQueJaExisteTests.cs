using System.Net;
using CrmVoip.Domain;
using CrmVoip.IntegrationTests.Infra;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.IntegrationTests.Features.Vendas.Oportunidades;

/// <summary>A deal whose new contact has the number of one that is there already.</summary>
[Collection(AplicacaoFixture.Colecao)]
public sealed class ContatoQueJaExisteTests(AplicacaoFixture app)
{
    [Theory]
    [InlineData("/oportunidades/criar")]
    [InlineData("/oportunidades/rapida")]
    public async Task Known_number_offers_who_has_it_and_one_click_uses_that_contact(string caminho)
    {
        var (ana, funil, maria) = await CenaAsync();
        using var cliente = await ana.EntrarAsync();

        var recusada = await CriarAsync(cliente, caminho, ana, funil);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, recusada.StatusCode);
        var formulario = (await ClienteDeTeste.PaginaAsync(recusada)).QuerySelector("form:has([name=UsarContatoId])")!;
        Assert.Contains("Já existe Maria das Dores", formulario.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Carport", formulario.QuerySelector("[name=Titulo]")!.GetAttribute("value"));
        Assert.Equal("UsarContatoId", formulario.QuerySelector("button:not([type=button])")!.GetAttribute("name"));
        Assert.Empty(await CarportsAsync(ana));

        await CriarAsync(cliente, caminho, ana, funil, ("UsarContatoId", formulario.QuerySelector("[name=UsarContatoId]")!.GetAttribute("value")));

        Assert.Equal(maria.Id, Assert.Single(await CarportsAsync(ana)).ContatoId);
    }

    [Theory]
    [InlineData("/oportunidades/criar")]
    [InlineData("/oportunidades/rapida")]
    public async Task Another_contact_with_the_number_is_made_where_it_is_wanted_all_the_same(string caminho)
    {
        var (ana, funil, maria) = await CenaAsync();
        using var cliente = await ana.EntrarAsync();

        await CriarAsync(cliente, caminho, ana, funil, ("MesmoAssim", "true"));

        Assert.NotEqual(maria.Id, Assert.Single(await CarportsAsync(ana)).ContatoId);
    }

    [Fact]
    public async Task Deal_that_is_edited_offers_the_contact_too()
    {
        var (ana, funil, maria) = await CenaAsync();
        using var cliente = await ana.EntrarAsync();
        var o = funil.Oportunidades[0];
        (string, string?)[] campos =
        [
            ("Titulo", o.Titulo), ("Valor", "10"), ("ResponsavelId", $"{ana.Id}"), ("ContatoId", ""), ("ContatoNome", "Maria"), ("ContatoTelefone", "(11) 96123-4567"),
            ("Antes[ContatoId]", $"{o.ContatoId}"),
        ];

        var recusada = await cliente.FormAsync($"/oportunidades/{o.Id}/editar", campos);
        var salva = await cliente.FormAsync($"/oportunidades/{o.Id}/editar", [.. campos, ("UsarContatoId", $"{maria.Id}")]);

        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.Redirect), (recusada.StatusCode, salva.StatusCode));
        Assert.Equal(maria.Id, await ana.Organizacao.ComDbAsync(db => db.Oportunidades.Where(p => p.Id == o.Id).Select(p => p.ContatoId).SingleAsync()));
    }

    [Fact]
    public async Task Contact_of_nobody_here_is_refused()
    {
        var (ana, funil, _) = await CenaAsync();
        using var cliente = await ana.EntrarAsync();

        var resposta = await CriarAsync(cliente, "/oportunidades/criar", ana, funil, ("UsarContatoId", $"{Guid.NewGuid()}"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, resposta.StatusCode);
        Assert.Contains("Contato não encontrado.", (await ClienteDeTeste.PaginaAsync(resposta)).Body!.TextContent, StringComparison.Ordinal);
    }

    private static Task<HttpResponseMessage> CriarAsync(ClienteDeTeste cliente, string caminho, PessoaDeTeste quem, FunilDeTeste funil, params (string, string?)[] mais) =>
        cliente.FormAsync(
            caminho,
            [
                ("EtapaId", $"{funil.Novo.Id}"), ("ResponsavelId", $"{quem.Id}"), ("Titulo", "Carport"), ("ContatoNome", "Maria"), ("ContatoTelefone", "11 96123 4567"), .. mais,
            ]);

    private static Task<List<Oportunidade>> CarportsAsync(PessoaDeTeste ana) =>
        ana.Organizacao.ComDbAsync(db => db.Oportunidades.Where(o => o.Titulo == "Carport").ToListAsync());

    private async Task<(PessoaDeTeste Ana, FunilDeTeste Funil, Contato Maria)> CenaAsync()
    {
        var ana = await (await app.CriarOrganizacaoAsync()).PessoaAsync();
        var funil = await FunilDeTeste.CriarAsync(ana, 1);
        var maria = new Contato(ana.Organizacao.Id, "Maria das Dores");
        maria.MudarTelefone("(11) 96123-4567", NumeroDeTelefone.Ler("(11) 96123-4567"));
        await ana.Organizacao.SalvarAsync(maria);
        return (ana, funil, maria);
    }
}
