using System.Net;
using AngleSharp.Html.Dom;
using CrmVoip.Domain;
using CrmVoip.IntegrationTests.Infra;
using CrmVoip.Web;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.IntegrationTests.Features.Vendas.Oportunidades;

[Collection(AplicacaoFixture.Colecao)]
public sealed class FormularioTests(AplicacaoFixture app)
{
    [Fact]
    public async Task Missing_title_shows_the_error_at_the_field_and_keeps_what_was_typed()
    {
        var ana = await (await app.CriarOrganizacaoAsync()).PessoaAsync();
        await FunilDeTeste.CriarAsync(ana, 0);
        using var cliente = await ana.EntrarAsync();

        var resposta = await cliente.FormAsync("/oportunidades/criar", ("Titulo", ""), ("Valor", "R$ 12.400"), ("ContatoNome", "Caio"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, resposta.StatusCode);
        var pagina = await ClienteDeTeste.PaginaAsync(resposta);
        var titulo = pagina.QuerySelector("#Titulo")!;
        Assert.Equal("true", titulo.GetAttribute("aria-invalid"));
        Assert.Equal("Informe o título.", pagina.QuerySelector("#" + titulo.GetAttribute("aria-describedby"))!.TextContent);
        Assert.Equal("R$ 12.400", pagina.QuerySelector("#Valor")!.GetAttribute("value"));
        Assert.Equal("Caio", pagina.QuerySelector("#ContatoNome")!.GetAttribute("value"));
    }

    [Fact]
    public async Task New_opportunity_comes_with_its_new_contact_on_top_of_the_first_stage()
    {
        var ana = await (await app.CriarOrganizacaoAsync()).PessoaAsync();
        var funil = await FunilDeTeste.CriarAsync(ana, 2);
        using var cliente = await ana.EntrarAsync();

        var resposta = await cliente.FormAsync(
            "/oportunidades/criar",
            ("Titulo", "Carport"),
            ("Valor", "1.234,56"),
            ("ResponsavelId", ana.Id.ToString()),
            ("ContatoNome", "Caio Bastos"),
            ("ContatoTelefone", "11 96123-4567"));

        Assert.Equal(HttpStatusCode.Redirect, resposta.StatusCode);
        var criada = await funil.Organizacao.ComDbAsync(db => db.Oportunidades.Include(o => o.Contato).OrderBy(o => o.Posicao).FirstAsync());
        Assert.Equal(("Carport", 1_234.56m, funil.Novo.Id), (criada.Titulo, criada.Valor, criada.EtapaId));
        Assert.Equal(("Caio Bastos", "+5511961234567"), (criada.Contato!.Nome, criada.Contato.Telefone));
    }

    [Fact]
    public async Task Contact_beyond_those_a_list_can_show_is_found_by_words_without_accents_in_any_order()
    {
        var ana = await (await app.CriarOrganizacaoAsync()).PessoaAsync();
        var funil = await FunilDeTeste.CriarAsync(ana, 1);
        using var cliente = await ana.EntrarAsync();
        Assert.Null((await cliente.PaginaAsync("/oportunidades/criar")).QuerySelector("#busca-de-contato"));
        var zilda = new Contato(ana.Organizacao.Id, "Zilda Conceição");
        await ana.Organizacao.SalvarAsync(zilda);
        await ana.Organizacao.SalvarAsync([.. Enumerable.Range(0, 50).Select(i => new Contato(ana.Organizacao.Id, $"Contato {i:000}"))]);

        var pagina = await cliente.PaginaAsync("/oportunidades/criar");
        Assert.NotNull(pagina.QuerySelector("#busca-de-contato"));
        Assert.DoesNotContain("Zilda", pagina.QuerySelector("#ContatoId")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Zilda Conceição", await EscolhidoAsync("conceicao zilda", null));

        // What is chosen stays offered, and chosen when nothing else is found.
        Assert.StartsWith("Marina Alves", await EscolhidoAsync("ninguem", funil.Oportunidades[0].ContatoId), StringComparison.Ordinal);
        Assert.Equal("Zilda Conceição", await EscolhidoAsync("zilda", funil.Oportunidades[0].ContatoId));

        async Task<string> EscolhidoAsync(string texto, Guid? contatoId) =>
            (await cliente.PaginaAsync($"/oportunidades/criar?contato={texto}&ContatoId={contatoId}"))
            .QuerySelector("#ContatoId option[selected]")!.TextContent;
    }

    [Fact]
    public async Task Contacts_stand_in_the_order_of_their_names()
    {
        var ana = await (await app.CriarOrganizacaoAsync()).PessoaAsync();
        await FunilDeTeste.CriarAsync(ana, 0);
        foreach (var nome in new[] { "Zuleica", "álvaro", "Élcio", "Ana" })
        {
            await ana.Organizacao.SalvarAsync(new Contato(ana.Organizacao.Id, nome));
        }

        using var cliente = await ana.EntrarAsync();

        var opcoes = (await cliente.PaginaAsync("/oportunidades/criar")).QuerySelectorAll("#ContatoId option").Select(o => o.TextContent);
        Assert.Equal(["Novo contato", "álvaro", "Ana", "Élcio", "Marina Alves · Padaria Pão da Vila", "Zuleica"], opcoes);
    }

    [Fact]
    public async Task Contact_of_another_organization_is_answered_as_not_existing()
    {
        var alheia = await FunilDeTeste.CriarAsync(await (await app.CriarOrganizacaoAsync()).PessoaAsync(), 1);
        var ana = await (await app.CriarOrganizacaoAsync()).PessoaAsync();
        await FunilDeTeste.CriarAsync(ana, 0);
        using var cliente = await ana.EntrarAsync();

        var resposta = await cliente.FormAsync(
            "/oportunidades/criar",
            ("Titulo", "Carport"),
            ("ResponsavelId", ana.Id.ToString()),
            ("ContatoId", alheia.Oportunidades[0].ContatoId.ToString()));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, resposta.StatusCode);
        Assert.Equal("Contato não encontrado.", (await ClienteDeTeste.PaginaAsync(resposta)).QuerySelector("#ContatoId-erro")!.TextContent);
    }

    [Fact]
    public async Task Stale_edit_is_refused_keeps_what_was_typed_and_may_be_insisted_on()
    {
        var ana = await (await app.CriarOrganizacaoAsync()).PessoaAsync();
        var funil = await FunilDeTeste.CriarAsync(ana, 1);
        var oportunidade = funil.Oportunidades[0];
        using var cliente = await ana.EntrarAsync();
        var endereco = $"/oportunidades/{oportunidade.Id}/editar";
        var velha = Versao(await cliente.PaginaAsync(endereco));
        Assert.Equal(HttpStatusCode.Redirect, (await SalvarAsync("De Bruno", velha)).StatusCode);

        var recusa = await SalvarAsync("De Ana", velha);

        Assert.Equal(HttpStatusCode.Conflict, recusa.StatusCode);
        var pagina = await ClienteDeTeste.PaginaAsync(recusa);
        Assert.Equal("Você, em outra janela, mudou o título para De Bruno.", pagina.QuerySelector("#Titulo-erro")!.TextContent);
        Assert.Equal("De Ana", pagina.QuerySelector("#Titulo")!.GetAttribute("value"));
        Assert.Equal("De Bruno", await TituloAsync());

        Assert.Equal(HttpStatusCode.Redirect, (await SalvarAsync("De Ana", Versao(pagina))).StatusCode);
        Assert.Equal("De Ana", await TituloAsync());

        Task<HttpResponseMessage> SalvarAsync(string titulo, string versao) => cliente.FormAsync(
            endereco,
            ("Titulo", titulo),
            ("Valor", "10"),
            ("ContatoId", oportunidade.ContatoId.ToString()),
            ("ResponsavelId", ana.Id.ToString()),
            ("Versao", versao));

        Task<string> TituloAsync() => funil.Organizacao.ComDbAsync(db => db.Oportunidades.Select(o => o.Titulo).SingleAsync());
    }

    [Fact]
    public async Task Form_opened_before_keeps_what_others_changed_and_asks_only_about_what_both_did()
    {
        var organizacao = await app.CriarOrganizacaoAsync();
        var (ana, rita) = (await organizacao.PessoaAsync(), await organizacao.PessoaAsync());
        var funil = await FunilDeTeste.CriarAsync(ana, 1);
        using var cliente = await ana.EntrarAsync();
        using var dela = await rita.EntrarAsync();
        var endereco = $"/oportunidades/{funil.Oportunidades[0].Id}/editar";
        var aberto = Campos(await cliente.PaginaAsync(endereco));
        var outro = Campos(await cliente.PaginaAsync(endereco));

        Assert.Equal(HttpStatusCode.Redirect, (await EnviarAsync(dela, aberto, ("Valor", "5000"))).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await EnviarAsync(cliente, aberto, ("Titulo", "De Ana"))).StatusCode);
        Assert.Equal(("De Ana", 5_000m), await LerAsync());

        var recusa = await EnviarAsync(cliente, outro, ("Valor", "7000"));
        Assert.Equal(HttpStatusCode.Conflict, recusa.StatusCode);
        var pagina = await ClienteDeTeste.PaginaAsync(recusa);
        Assert.Equal($"{rita.Email} mudou o valor para R$ 5.000,00.", pagina.QuerySelector("#Valor-erro")!.TextContent);
        Assert.Equal(["Manter 7.000,00", "Usar 5.000,00"], pagina.QuerySelectorAll(".campo__escolha button").Select(b => b.TextContent));
        Assert.Equal("De Ana", pagina.QuerySelector("#Titulo")!.GetAttribute("value"));
        Assert.Equal(HttpStatusCode.Redirect, (await EnviarAsync(cliente, Campos(pagina))).StatusCode);
        Assert.Equal(("De Ana", 7_000m), await LerAsync());

        static Dictionary<string, string> Campos(AngleSharp.Html.Dom.IHtmlDocument pagina) => pagina.QuerySelectorAll("main form [name]")
            .Where(c => c.GetAttribute("name") != "__RequestVerificationToken" && c.GetAttribute("name") != "contato")
            .ToDictionary(c => c.GetAttribute("name")!, c => c is AngleSharp.Html.Dom.IHtmlSelectElement escolha ? escolha.Value ?? "" : c.GetAttribute("value") ?? "");

        Task<HttpResponseMessage> EnviarAsync(ClienteDeTeste quem, Dictionary<string, string> campos, params (string Campo, string Valor)[] mudados) =>
            quem.FormAsync(endereco, [.. campos.Where(c => mudados.All(m => m.Campo != c.Key)).Select(c => (c.Key, (string?)c.Value)), .. mudados.Select(m => (m.Campo, (string?)m.Valor))]);

        Task<(string, decimal)> LerAsync() => funil.Organizacao.ComDbAsync(async db =>
        {
            var o = await db.Oportunidades.AsNoTracking().SingleAsync();
            return (o.Titulo, o.Valor);
        });
    }

    [Fact]
    public async Task Edit_is_told_in_the_history_by_the_names_of_its_fields()
    {
        var ana = await (await app.CriarOrganizacaoAsync()).PessoaAsync();
        var funil = await FunilDeTeste.CriarAsync(ana, 1);
        var oportunidade = funil.Oportunidades[0];
        using var cliente = await ana.EntrarAsync();
        var versao = Versao(await cliente.PaginaAsync($"/oportunidades/{oportunidade.Id}/editar"));

        await cliente.FormAsync(
            $"/oportunidades/{oportunidade.Id}/editar",
            ("Titulo", "Outro título"),
            ("Valor", "99"),
            ("ContatoId", oportunidade.ContatoId.ToString()),
            ("ResponsavelId", ana.Id.ToString()),
            ("Versao", versao));

        var historico = await cliente.PaginaAsync($"/oportunidades/{oportunidade.Id}/historico");
        Assert.Equal(
            $"Alterou o título de “Usina 1” para “Outro título” e o valor de {Formato.Dinheiro(1_000.50m)} para {Formato.Dinheiro(99)}",
            historico.QuerySelector(".historico__texto p")!.TextContent);
        Assert.Equal("Hoje", historico.QuerySelector(".historico__dia")!.TextContent);
    }

    [Fact]
    public async Task Saving_without_a_change_leaves_no_trace()
    {
        var ana = await (await app.CriarOrganizacaoAsync()).PessoaAsync();
        var funil = await FunilDeTeste.CriarAsync(ana, 1);
        var oportunidade = funil.Oportunidades[0];
        using var cliente = await ana.EntrarAsync();
        var versao = Versao(await cliente.PaginaAsync($"/oportunidades/{oportunidade.Id}/editar"));

        var resposta = await cliente.FormAsync(
            $"/oportunidades/{oportunidade.Id}/editar",
            ("Titulo", oportunidade.Titulo),
            ("Valor", "1.000,50"),
            ("ContatoId", oportunidade.ContatoId.ToString()),
            ("ResponsavelId", ana.Id.ToString()),
            ("Versao", versao));

        Assert.Equal(HttpStatusCode.Redirect, resposta.StatusCode);
        Assert.Equal(0, await funil.Organizacao.ComDbAsync(db => db.AuditLog.CountAsync(a => a.EntidadeId == oportunidade.Id)));
    }

    private static string Versao(IHtmlDocument pagina) => pagina.QuerySelector("#Versao")!.GetAttribute("value")!;
}
