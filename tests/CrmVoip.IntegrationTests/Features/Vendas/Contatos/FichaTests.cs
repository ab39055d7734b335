using System.Net;
using CrmVoip.Domain;
using CrmVoip.IntegrationTests.Features.Vendas.Oportunidades;
using CrmVoip.IntegrationTests.Infra;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.IntegrationTests.Features.Vendas.Contatos;

/// <summary>The sheet of a contact, and the form that makes one.</summary>
[Collection(AplicacaoFixture.Colecao)]
public sealed class FichaTests(AplicacaoFixture app)
{
    [Fact]
    public async Task Contact_is_made_by_its_form_and_shown()
    {
        var ana = await (await app.CriarOrganizacaoAsync()).PessoaAsync();
        using var cliente = await ana.EntrarAsync();

        var resposta = await cliente.FormAsync("/contatos/criar", ("Nome", " Rita Lins "), ("Empresa", "Sol"), ("Email", "rita@sol.example"), ("Telefone", "11 96000-0002"));

        Assert.Equal(HttpStatusCode.Redirect, resposta.StatusCode);
        var pagina = await ClienteDeTeste.PaginaAsync(await cliente.Http.GetAsync(resposta.Headers.Location));
        Assert.Equal("Rita Lins", pagina.QuerySelector("h1")!.TextContent);
        Assert.Equal("+5511960000002", pagina.QuerySelector("[data-ligar]")!.GetAttribute("data-numero"));
        Assert.Contains("Contato criado", await Historico(cliente, resposta.Headers.Location!.ToString().Split('/')[^1]), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("(11) 96000-0001")]
    [InlineData("011 6000-0001")]
    public async Task Number_that_a_contact_has_already_names_it_and_offers_it_and_may_be_insisted_on(string telefone)
    {
        var ana = await (await app.CriarOrganizacaoAsync()).PessoaAsync();
        var funil = await FunilDeTeste.CriarAsync(ana, 1);
        using var cliente = await ana.EntrarAsync();
        (string, string?)[] campos = [("Nome", "Outra"), ("Telefone", telefone)];

        var recusa = await cliente.FormAsync("/contatos/criar", campos);

        // Without its ninth digit it is no number to dial yet.
        Assert.Equal(HttpStatusCode.UnprocessableEntity, recusa.StatusCode);
        var pagina = await ClienteDeTeste.PaginaAsync(recusa);
        Assert.Equal("Outra", pagina.QuerySelector("#Nome")!.GetAttribute("value"));
        if (NumeroDeTelefone.Ler(telefone) is null)
        {
            Assert.Equal("Falta o nono dígito? Seria (11) 96000-0001.", pagina.QuerySelector("#Telefone-erro")!.TextContent);
            Assert.Equal("(11) 96000-0001", pagina.QuerySelector("[data-usar]")!.GetAttribute("data-usar"));
            Assert.Null(pagina.QuerySelector("[data-manter]"));
            return;
        }

        Assert.Equal("Já existe Marina Alves · Padaria Pão da Vila com este telefone.", pagina.QuerySelector(".repetidos__item span")!.TextContent);
        Assert.EndsWith($"/contatos/{funil.Oportunidades[0].ContatoId}", pagina.QuerySelector(".repetidos__item a")!.GetAttribute("href"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await cliente.FormAsync("/contatos/criar", [.. campos, ("MesmoAssim", "true")])).StatusCode);
    }

    [Fact]
    public async Task Sheet_lists_open_deals_before_closed_ones()
    {
        var ana = await (await app.CriarOrganizacaoAsync()).PessoaAsync();
        var funil = await FunilDeTeste.CriarAsync(ana, 3);
        await ana.Organizacao.ComDbAsync(async db =>
        {
            db.Attach(funil.Oportunidades[1]).Entity.Ganhar(DateTimeOffset.UtcNow.AddMinutes(1));
            return await db.SaveChangesAsync();
        });
        using var cliente = await ana.EntrarAsync();

        var itens = (await cliente.PaginaAsync($"/contatos/{funil.Oportunidades[0].ContatoId}")).QuerySelectorAll(".do-contato__item");

        Assert.Equal(3, itens.Length);
        Assert.Equal("Usina 2", itens[2].QuerySelector("a")!.TextContent);
        Assert.Equal("Ganha", itens[2].QuerySelector(".etiqueta")!.TextContent);
    }

    [Fact]
    public async Task Two_people_who_change_different_fields_both_keep_theirs()
    {
        var (ana, id, cliente) = await MarinaAsync();
        using (cliente)
        {
            Assert.Equal(HttpStatusCode.OK, (await SalvarAsync(cliente, id, "Marina Alves", "marina@nova.example", ("Antes[Email]", "marina@cliente.example"))).StatusCode);
            Assert.Equal(HttpStatusCode.OK, (await SalvarAsync(cliente, id, "Marina Lima", "marina@cliente.example", ("Antes[Nome]", "Marina Alves"))).StatusCode);

            var contato = await ana.Organizacao.ComDbAsync(db => db.Contatos.SingleAsync(c => c.Id == id));
            Assert.Equal(("Marina Lima", "marina@nova.example", "+5511960000001"), (contato.Nome, contato.Email, contato.Telefone));
        }
    }

    [Fact]
    public async Task Field_that_both_changed_offers_both_values_and_names_who_changed_it()
    {
        var (ana, id, cliente) = await MarinaAsync();
        var rita = await ana.Organizacao.PessoaAsync(Papel.Gestor);
        using var dela = await rita.EntrarAsync();
        using (cliente)
        {
            await SalvarAsync(dela, id, "Marina Lima", "marina@cliente.example", ("Antes[Nome]", "Marina Alves"));

            var recusa = await SalvarAsync(cliente, id, "Mariana Alves", "marina@cliente.example", ("Antes[Nome]", "Marina Alves"));

            Assert.Equal(HttpStatusCode.Conflict, recusa.StatusCode);
            var campo = (await ClienteDeTeste.PaginaAsync(recusa)).QuerySelector("#Nome")!.ParentElement!;
            Assert.Equal($"{rita.Email} mudou o nome para Marina Lima.", campo.QuerySelector(".campo__erro")!.TextContent);
            Assert.Equal(("Manter Mariana Alves", "Usar Marina Lima"), (campo.QuerySelector("[data-manter]")!.TextContent, campo.QuerySelector("[data-usar]")!.TextContent));
        }
    }

    [Fact]
    public async Task Timeline_tells_of_edits_deals_and_calls_of_the_contact_and_of_no_other()
    {
        var (ana, id, cliente) = await MarinaAsync();
        using (cliente)
        {
            await SalvarAsync(cliente, id, "Marina Lima", "marina@cliente.example", ("Antes[Nome]", "Marina Alves"));
            var (deal, etapa) = await ana.Organizacao.ComDbAsync(async db =>
                (await db.Oportunidades.Select(o => o.Id).FirstAsync(), await db.Etapas.OrderByDescending(e => e.Ordem).Select(e => e.Id).FirstAsync()));
            await cliente.FormAsync($"/oportunidades/{deal}/etapa", ("etapaId", etapa.ToString()));
            await cliente.FormAsync("/contatos/criar", ("Nome", "Outra"));

            var historico = await Historico(cliente, id.ToString());

            Assert.Contains("Alterou o nome de “Marina Alves” para “Marina Lima”", historico, StringComparison.Ordinal);
            Assert.Contains("Moveu de Novo para Proposta em Usina 1", historico, StringComparison.Ordinal);
            Assert.DoesNotContain("Contato criado", historico, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Calls_of_the_contact_stand_in_its_tab_whatever_deal_they_are_of()
    {
        var ana = await (await app.CriarOrganizacaoAsync()).PessoaAsync();
        var funil = await FunilDeTeste.CriarAsync(ana, 2);
        foreach (var deal in funil.Oportunidades)
        {
            await new CenaDeLigacao(ana.Organizacao, ana, deal).LigouAsync(DateTimeOffset.UtcNow.AddDays(-1));
        }

        using var cliente = await ana.EntrarAsync();

        Assert.Equal(2, (await cliente.PaginaAsync($"/contatos/{funil.Oportunidades[0].ContatoId}/ligacoes")).QuerySelectorAll(".ligacao").Length);
    }

    private async Task<(PessoaDeTeste Ana, Guid Id, ClienteDeTeste Cliente)> MarinaAsync()
    {
        var ana = await (await app.CriarOrganizacaoAsync()).PessoaAsync();
        var funil = await FunilDeTeste.CriarAsync(ana, 1);
        return (ana, funil.Oportunidades[0].ContatoId, await ana.EntrarAsync());
    }

    private static async Task<string> Historico(ClienteDeTeste cliente, string id) =>
        string.Join(' ', (await cliente.PaginaAsync($"/contatos/{id}/historico")).Body!.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static Task<HttpResponseMessage> SalvarAsync(ClienteDeTeste cliente, Guid id, string nome, string email, params (string, string?)[] antes) =>
        EnviarAsync(cliente, id, [("Nome", nome), ("Empresa", "Padaria Pão da Vila"), ("Email", email), ("Versao", "0"), .. antes]);

    // As the script sends it, field by field.
    private static Task<HttpResponseMessage> EnviarAsync(ClienteDeTeste cliente, Guid id, (string, string?)[] campos)
    {
        if (!cliente.Http.DefaultRequestHeaders.Contains("HX-Request"))
        {
            cliente.Http.DefaultRequestHeaders.Add("HX-Request", "true");
        }

        return cliente.FormAsync($"/contatos/{id}/dados", campos);
    }
}
