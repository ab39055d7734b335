using System.Net;
using AngleSharp.Html.Dom;
using CrmVoip.Domain;
using CrmVoip.IntegrationTests.Infra;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.IntegrationTests.Features.Vendas.Notas;

/// <summary>Notes about a deal and about a contact: written, pinned, changed, taken out and given back.</summary>
[Collection(AplicacaoFixture.Colecao)]
public sealed class NotasTests(AplicacaoFixture app)
{
    [Fact]
    public async Task Note_stands_in_the_timeline_of_its_deal_and_in_its_contact_s()
    {
        var (ana, oportunidade) = await CenaAsync();
        using var cliente = await ana.EntrarAsync();

        await cliente.FormAsync($"/oportunidades/{oportunidade.Id}/notas", ("Texto", "  Quer visita\r\nna sexta. "));
        await cliente.FormAsync($"/contatos/{oportunidade.ContatoId}/notas", ("Texto", "Prefere de manhã."));

        Assert.Equal(["Quer visita\nna sexta."], Textos(await HistoricoAsync(cliente, $"/oportunidades/{oportunidade.Id}")));
        var doContato = await HistoricoAsync(cliente, $"/contatos/{oportunidade.ContatoId}");
        Assert.Equal(["Prefere de manhã.", "Quer visita\nna sexta."], Textos(doContato));
        // What is of the deal is changed there.
        Assert.Equal([true, false], doContato.QuerySelectorAll(".nota").Select(n => n.QuerySelector("form") is not null));
    }

    [Theory]
    [InlineData("", "Escreva a nota.")]
    [InlineData(" \n\t ", "Escreva a nota.")]
    public async Task Empty_note_is_refused_at_its_field(string texto, string mensagem)
    {
        var (ana, oportunidade) = await CenaAsync();
        using var cliente = await ana.EntrarAsync();

        var recusa = await cliente.FormAsync($"/oportunidades/{oportunidade.Id}/notas", ("Texto", texto));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, recusa.StatusCode);
        Assert.Equal(mensagem, (await ClienteDeTeste.PaginaAsync(recusa)).QuerySelector("#Texto-erro")!.TextContent);
    }

    [Fact]
    public async Task Pinned_note_stands_above_until_it_is_let_go()
    {
        var (ana, oportunidade) = await CenaAsync();
        using var cliente = await ana.EntrarAsync();
        var caminho = $"/oportunidades/{oportunidade.Id}";
        var nota = await EscreverAsync(ana, oportunidade, "Só liga depois das 14h.");
        using var colega = await (await ana.Organizacao.PessoaAsync()).EntrarAsync();

        await colega.FormAsync($"{caminho}/notas/{nota}/fixar");
        Assert.Equal(["Só liga depois das 14h."], (await HistoricoAsync(cliente, caminho)).QuerySelectorAll(".notas-fixadas .nota__texto").Select(n => n.TextContent));
        Assert.Single((await cliente.PaginaAsync($"{caminho}/notas/{nota}")).QuerySelectorAll(".nota--aberta"));
        await colega.FormAsync($"{caminho}/notas/{nota}/soltar");
        Assert.Empty((await HistoricoAsync(cliente, caminho)).QuerySelectorAll(".notas-fixadas"));
    }

    [Fact]
    public async Task Note_is_changed_by_its_author_and_a_gestor_and_by_no_colleague()
    {
        var (ana, oportunidade) = await CenaAsync();
        var caminho = $"/oportunidades/{oportunidade.Id}/notas/{await EscreverAsync(ana, oportunidade, "Quer 3 placas.")}";
        using var dela = await ana.EntrarAsync();
        using var colega = await (await ana.Organizacao.PessoaAsync()).EntrarAsync();
        using var gestor = await (await ana.Organizacao.PessoaAsync(Papel.Gestor)).EntrarAsync();

        await colega.FormAsync(caminho, ("Texto", "Quer 9."), ("Visto", "Quer 3 placas."));
        await colega.FormAsync($"{caminho}/excluir");
        Assert.Equal(["Quer 3 placas."], Textos(await HistoricoAsync(dela, $"/oportunidades/{oportunidade.Id}")));

        await dela.FormAsync(caminho, ("Texto", "Quer 4 placas."), ("Visto", "Quer 3 placas."));
        await gestor.FormAsync(caminho, ("Texto", "Quer 5 placas."), ("Visto", "Quer 4 placas."));
        var pagina = await HistoricoAsync(dela, $"/oportunidades/{oportunidade.Id}");
        Assert.Equal(["Quer 5 placas."], Textos(pagina));
        Assert.Contains("editada", pagina.QuerySelector(".nota .historico__quando")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_who_edit_one_note_are_offered_both()
    {
        var (ana, oportunidade) = await CenaAsync();
        var caminho = $"/oportunidades/{oportunidade.Id}/notas/{await EscreverAsync(ana, oportunidade, "Quer 3 placas.")}";
        using var cliente = await ana.EntrarAsync();
        await cliente.FormAsync(caminho, ("Texto", "Quer 4 placas."), ("Visto", "Quer 3 placas."));

        var conflito = await cliente.FormAsync(caminho, ("Texto", "Quer 5 placas."), ("Visto", "Quer 3 placas."));

        Assert.Equal(HttpStatusCode.Conflict, conflito.StatusCode);
        var pagina = await ClienteDeTeste.PaginaAsync(conflito);
        Assert.Equal("Quer 5 placas.", pagina.QuerySelector(".nota--aberta textarea")!.TextContent);
        Assert.Equal("Quer 4 placas.", pagina.QuerySelector("[data-usar]")!.GetAttribute("data-usar"));
        await cliente.FormAsync(caminho, ("Texto", "Quer 5 placas."), ("Visto", pagina.QuerySelector("[name=Visto]")!.GetAttribute("value")));
        Assert.Equal(["Quer 5 placas."], Textos(await HistoricoAsync(cliente, $"/oportunidades/{oportunidade.Id}")));
    }

    [Fact]
    public async Task Note_that_was_taken_out_is_nowhere_and_comes_back()
    {
        var (ana, oportunidade) = await CenaAsync();
        using var cliente = await ana.EntrarAsync();
        var (pagina, caminho) = ($"/oportunidades/{oportunidade.Id}", $"/oportunidades/{oportunidade.Id}/notas/{await EscreverAsync(ana, oportunidade, "Segredo.")}");
        await cliente.FormAsync($"{caminho}/fixar");

        await cliente.FormAsync($"{caminho}/excluir");
        Assert.DoesNotContain("Segredo.", (await HistoricoAsync(cliente, pagina)).Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await cliente.FormAsync(caminho, ("Texto", "Outro"), ("Visto", "Segredo."))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await cliente.FormAsync(caminho, ("Texto", ""), ("Visto", "Segredo."))).StatusCode);
        await cliente.FormAsync($"{caminho}/devolver");

        Assert.Contains("Segredo.", Textos(await HistoricoAsync(cliente, pagina)));
        Assert.Contains("Desfez a exclusão de uma nota", (await (await Admin(ana)).PaginaAsync("/auditoria")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Note_of_one_deal_is_not_changed_under_the_address_of_another()
    {
        var (ana, oportunidade) = await CenaAsync();
        var nota = await EscreverAsync(ana, oportunidade, "Quer 3 placas.");
        using var cliente = await ana.EntrarAsync();

        Assert.Equal(HttpStatusCode.NotFound, (await cliente.FormAsync($"/contatos/{oportunidade.ContatoId}/notas/{nota}/excluir")).StatusCode);
    }

    private static async Task<ClienteDeTeste> Admin(PessoaDeTeste pessoa) => await (await pessoa.Organizacao.PessoaAsync(Papel.Administrador)).EntrarAsync();

    private static Task<IHtmlDocument> HistoricoAsync(ClienteDeTeste cliente, string caminho) => cliente.PaginaAsync($"{caminho}/historico");

    private static List<string> Textos(IHtmlDocument pagina) => [.. pagina.QuerySelectorAll(".historico .nota__texto").Select(n => n.TextContent)];

    private static async Task<Guid> EscreverAsync(PessoaDeTeste autor, Oportunidade oportunidade, string texto)
    {
        using var cliente = await autor.EntrarAsync();
        await cliente.FormAsync($"/oportunidades/{oportunidade.Id}/notas", ("Texto", texto));
        return await autor.Organizacao.ComDbAsync(db => db.Notas.Where(n => n.Texto == texto).Select(n => n.Id).SingleAsync());
    }

    private async Task<(PessoaDeTeste Ana, Oportunidade Oportunidade)> CenaAsync()
    {
        var organizacao = await app.CriarOrganizacaoAsync();
        var ana = await organizacao.PessoaAsync();
        return (ana, await organizacao.OportunidadeAsync(ana));
    }
}
