using System.Net;
using CrmVoip.Domain;
using CrmVoip.Domain.Ligacoes;
using CrmVoip.IntegrationTests.Infra;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.IntegrationTests.Features.Vendas.Oportunidades;

[Collection(AplicacaoFixture.Colecao)]
public sealed class DetalheTests(AplicacaoFixture app)
{
    [Fact]
    public async Task Timeline_looks_up_the_calls_it_shows_and_numbers_no_others()
    {
        var ana = await (await app.CriarOrganizacaoAsync()).PessoaAsync();
        var funil = await FunilDeTeste.CriarAsync(ana, 1);
        using var cliente = await ana.EntrarAsync();
        using var comandos = new ComandosExecutados(ana);

        await cliente.PaginaAsync($"/oportunidades/{funil.Oportunidades[0].Id}/historico");

        var historico = Assert.Single(comandos.Textos, c => c.Contains("audit_log", StringComparison.Ordinal));
        Assert.Contains("LATERAL", historico, StringComparison.Ordinal);
        Assert.DoesNotContain("ROW_NUMBER", historico, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Details_are_a_page_or_only_the_dialogs_fragment()
    {
        var ana = await (await app.CriarOrganizacaoAsync()).PessoaAsync();
        var funil = await FunilDeTeste.CriarAsync(ana, 1);
        using var cliente = await ana.EntrarAsync();
        var endereco = $"/oportunidades/{funil.Oportunidades[0].Id}";

        var pagina = await cliente.PaginaAsync(endereco);
        cliente.Http.DefaultRequestHeaders.Add("HX-Target", "modal");
        var resposta = await cliente.GetAsync(endereco);
        var fragmento = await ClienteDeTeste.PaginaAsync(resposta);

        Assert.Equal("Usina 1", pagina.QuerySelector("main h1")!.TextContent);
        Assert.Null(fragmento.QuerySelector("main"));
        Assert.Equal("Usina 1", fragmento.QuerySelector("h2#modal-titulo")!.TextContent);
        Assert.Contains("HX-Target", resposta.Headers.Vary);
        Assert.True(resposta.Headers.CacheControl!.NoStore);
    }

    [Fact]
    public async Task Details_over_the_board_come_with_that_board_and_only_when_they_exist()
    {
        var ana = await (await app.CriarOrganizacaoAsync()).PessoaAsync();
        var funil = await FunilDeTeste.CriarAsync(ana, 2);
        using var cliente = await ana.EntrarAsync();
        var endereco = $"/oportunidades/{funil.Oportunidades[0].Id}?texto=usina+2&sobre=funil";

        var pagina = await cliente.PaginaAsync(endereco);
        var aberta = (AngleSharp.Html.Dom.IHtmlTemplateElement)pagina.QuerySelector("main template#aberta")!;

        Assert.Equal("Usina 2", Assert.Single(pagina.QuerySelectorAll(".cartao h3 a")).TextContent);
        Assert.Equal("Usina 1", aberta.Content.QuerySelector("h2#modal-titulo")!.TextContent);
        Assert.StartsWith("Usina 1 · ", pagina.Title, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await cliente.GetAsync($"/oportunidades/{Guid.NewGuid()}?sobre=funil")).StatusCode);
        Assert.Null((await cliente.PaginaAsync("/oportunidades")).QuerySelector("template#aberta"));
    }

    [Fact]
    public async Task Every_number_shown_can_be_called_and_the_calls_load_when_their_tab_opens()
    {
        var ana = await (await app.CriarOrganizacaoAsync()).PessoaAsync();
        var funil = await FunilDeTeste.CriarAsync(ana, 1);
        using var cliente = await ana.EntrarAsync();
        var id = funil.Oportunidades[0].Id;

        var pagina = await cliente.PaginaAsync($"/oportunidades/{id}");

        var ligar = pagina.QuerySelector(".pessoa [data-ligar]")!;
        Assert.Equal("(11) 96000-0001", ligar.TextContent.Trim());
        Assert.Equal("+5511960000001", ligar.GetAttribute("data-numero"));
        Assert.Equal($"{funil.Organizacao.Base}/oportunidades/{id}/ligacoes", pagina.QuerySelector("#painel-ligacoes")!.GetAttribute("hx-get"));
    }

    [Fact]
    public async Task Text_that_is_no_number_is_said_and_not_offered_to_call()
    {
        var ana = await (await app.CriarOrganizacaoAsync()).PessoaAsync();
        var funil = await FunilDeTeste.CriarAsync(ana, 1);
        await funil.Organizacao.ComDbAsync(async db =>
        {
            var contato = await db.Contatos.Include(c => c.Telefones).SingleAsync();
            contato.Mudar(contato.Telefones.Single(), "ramal da recepção", null, TipoDeTelefone.Outro);
            return await db.SaveChangesAsync();
        });
        using var cliente = await ana.EntrarAsync();

        var pessoa = (await cliente.PaginaAsync($"/oportunidades/{funil.Oportunidades[0].Id}")).QuerySelector(".pessoa")!;

        Assert.Null(pessoa.QuerySelector("[data-ligar]"));
        Assert.Contains("“ramal da recepção” não é um telefone válido", pessoa.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("/editar")]
    [InlineData("/historico")]
    public async Task Opportunity_of_another_organization_does_not_exist(string pagina)
    {
        var alheia = await FunilDeTeste.CriarAsync(await (await app.CriarOrganizacaoAsync()).PessoaAsync(), 1);
        var ana = await (await app.CriarOrganizacaoAsync()).PessoaAsync();
        using var cliente = await ana.EntrarAsync();

        var resposta = await cliente.GetAsync($"/oportunidades/{alheia.Oportunidades[0].Id}{pagina}");

        Assert.Equal(HttpStatusCode.NotFound, resposta.StatusCode);
        Assert.Contains("Não encontramos esta página", await resposta.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task History_tells_a_call_in_one_line_with_its_end_its_outcome_and_its_note()
    {
        var cena = await CenaDeLigacao.CriarAsync(app, "http://127.0.0.1:9");
        var ligacao = await cena.LigouAsync(DateTimeOffset.UtcNow.AddMinutes(-5));
        var resultado = new ResultadoDeLigacao(cena.Organizacao.Id, "Pediu proposta", 1);
        await cena.Organizacao.SalvarAsync(
            resultado,
            Fato("ligacao.iniciada", """{"numero":"+5511960000001"}"""),
            Fato("ligacao.encerrada", """{"status":"atendida"}"""));
        using var cliente = await cena.Pessoa.EntrarAsync();
        await cliente.PutAsync($"/ligacoes/{ligacao}/notas", new { notas = "Ligar na sexta", resultadoId = resultado.Id, versao = 1 });

        var item = Assert.Single((await cliente.PaginaAsync($"/oportunidades/{cena.Oportunidade.Id}/historico")).QuerySelectorAll(".historico__item"));

        Assert.Equal("Ligou para (11) 96000-0001 · Atendida, 00:33 · Pediu proposta", item.QuerySelector("p")!.TextContent);
        Assert.Equal("Ligar na sexta", item.QuerySelector(".historico__notas")!.TextContent);

        AuditLog Fato(string acao, string dados) => new(cena.Organizacao.Id, acao, "ligacoes", ligacao)
        {
            OportunidadeId = cena.Oportunidade.Id,
            UsuarioId = cena.Pessoa.Id,
            Dados = dados,
        };
    }

    [Fact]
    public async Task History_tells_only_what_is_meant_for_colleagues()
    {
        var ana = await (await app.CriarOrganizacaoAsync()).PessoaAsync();
        var funil = await FunilDeTeste.CriarAsync(ana, 1);
        var id = funil.Oportunidades[0].Id;
        await funil.Organizacao.SalvarAsync(
            Fato("ligacao.iniciada", """{"numero":"+5511960000001"}"""),
            Fato("ramal.senha_revelada", "{}"));
        using var cliente = await ana.EntrarAsync();

        var historico = await cliente.PaginaAsync($"/oportunidades/{id}/historico");

        Assert.Equal("Ligou para (11) 96000-0001", Assert.Single(historico.QuerySelectorAll(".historico__texto p:first-child")).TextContent);
        Assert.Contains(ana.Email, historico.QuerySelector(".historico__quando")!.TextContent, StringComparison.Ordinal);

        AuditLog Fato(string acao, string dados) =>
            new(funil.Organizacao.Id, acao, "x", id) { OportunidadeId = id, UsuarioId = ana.Id, Dados = dados };
    }
}
