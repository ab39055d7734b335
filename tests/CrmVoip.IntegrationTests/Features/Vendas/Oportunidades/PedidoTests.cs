using System.Net;
using CrmVoip.Domain;
using CrmVoip.Domain.Ligacoes;
using CrmVoip.IntegrationTests.Infra;
using CrmVoip.IntegrationTests.Isolation;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.IntegrationTests.Features.Vendas.Oportunidades;

/// <summary>Whose a deal is, and how it becomes a colleague's. Rita is a vendedora, and asks for a deal of Ana's.</summary>
[Collection(AplicacaoFixture.Colecao)]
public sealed class PedidoTests(AplicacaoFixture app)
{
    [Theory]
    [InlineData("resumo")]
    [InlineData("editar")]
    public async Task Nobody_takes_the_deal_of_a_colleague_and_nothing_typed_is_lost(string formulario)
    {
        var cena = await CenaAsync();

        var resposta = await cena.DeRita.FormAsync(
            $"/oportunidades/{cena.Id}/{formulario}",
            ("Titulo", "Da Rita"), ("Valor", "7.000,00"), ("ContatoId", $"{cena.ContatoId}"), ("ResponsavelId", $"{cena.Rita.Id}"),
            ("Antes[Titulo]", "Usina 1"), ("Antes[ResponsavelId]", $"{cena.Ana.Id}"), ("Versao", "0"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, resposta.StatusCode);
        var pagina = await ClienteDeTeste.PaginaAsync(resposta);
        Assert.Contains("Peça a ela", pagina.QuerySelector("#ResponsavelId-erro")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Da Rita", pagina.QuerySelector("#Titulo")!.GetAttribute("value"));
        Assert.Equal((cena.Ana.Id, "Usina 1"), await LerAsync(cena));
    }

    [Fact]
    public async Task Who_may_not_pass_it_is_offered_to_ask_and_nobody_else_as_responsavel()
    {
        var cena = await CenaAsync();

        var dela = await cena.DeRita.PaginaAsync($"/oportunidades/{cena.Id}");
        var daAna = await cena.DaAna.PaginaAsync($"/oportunidades/{cena.Id}");

        Assert.Equal([$"{cena.Ana.Id}"], dela.QuerySelectorAll("#ResponsavelId option").Select(o => o.GetAttribute("value")));
        var editar = await cena.DeRita.PaginaAsync($"/oportunidades/{cena.Id}/editar");
        Assert.Equal([$"{cena.Ana.Id}"], editar.QuerySelectorAll("#ResponsavelId option").Select(o => o.GetAttribute("value")));
        Assert.NotNull(dela.QuerySelector("form[action$='/pedido']"));
        Assert.Contains($"{cena.Rita.Id}", daAna.QuerySelectorAll("#ResponsavelId option").Select(o => o.GetAttribute("value")));
        Assert.Null(daAna.QuerySelector("form[action$='/pedido']"));
    }

    [Fact]
    public async Task Asked_for_once_however_often_and_passed_by_its_responsavel_with_one_click()
    {
        var cena = await CenaAsync();
        await cena.DeRita.FormAsync($"/oportunidades/{cena.Id}/pedido");
        await cena.DeRita.FormAsync($"/oportunidades/{cena.Id}/pedido");
        Assert.Contains("Você pediu esta oportunidade", await TextoAsync(cena.DeRita, cena), StringComparison.Ordinal);
        Assert.Contains($"{cena.NomeDaRita} pediu esta oportunidade", await TextoAsync(cena.DaAna, cena), StringComparison.Ordinal);
        Assert.EndsWith(" pediu esta oportunidade a você", (await cena.DaAna.PaginaAsync("/oportunidades")).QuerySelector("[data-pedida]")!.TextContent);
        Assert.EndsWith(" pediu esta oportunidade", (await cena.DeRita.PaginaAsync("/oportunidades")).QuerySelector("[data-pedida]")!.TextContent);

        await cena.DaAna.FormAsync($"/oportunidades/{cena.Id}/pedido/passar");

        Assert.Equal((cena.Rita.Id, "Usina 1"), await LerAsync(cena));
        var historico = (await cena.DeRita.PaginaAsync($"/oportunidades/{cena.Id}/historico")).Body!.TextContent;
        Assert.Contains($"Passou para {cena.NomeDaRita}", historico, StringComparison.Ordinal);
        Assert.Equal(1, await cena.Funil.Organizacao.ComDbAsync(db => db.AuditLog.CountAsync(a => a.Acao == Acoes.OportunidadePedida)));
        Assert.DoesNotContain("pediu esta oportunidade", await TextoAsync(cena.DaAna, cena), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Its_responsavel_is_told_by_mail_at_a_proven_address_with_the_way_there()
    {
        await using var correio = await ServidorDeCorreio.IniciarAsync();
        await using var instancia = app.OutraInstancia([.. correio.Configuracao, ("Crm:UrlPublica", "https://crm.empresa.example/")]);
        var cena = await CenaAsync();
        await app.Banco.ExecutarAsync($"update usuarios set email_confirmed = true where id = '{cena.Ana.Id}'");
        using var deRita = await cena.Rita.EntrarAsync(instancia);

        await deRita.FormAsync($"/oportunidades/{cena.Id}/pedido");
        await cena.Funil.Organizacao.TrabalharAsync(instancia: instancia.Services);

        var mensagem = Assert.Single(correio.Mensagens);
        Assert.Equal(cena.Ana.Email, mensagem.To.Mailboxes.Single().Address);
        Assert.Contains($"{cena.NomeDaRita} pediu a oportunidade “Usina 1”", mensagem.TextBody, StringComparison.Ordinal);
        Assert.Contains($"https://crm.empresa.example{cena.Funil.Organizacao.Base}/oportunidades/{cena.Id}", mensagem.TextBody, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Declined_it_stays_and_may_be_asked_for_again()
    {
        var cena = await CenaAsync();
        await cena.DeRita.FormAsync($"/oportunidades/{cena.Id}/pedido");
        await cena.DaAna.FormAsync($"/oportunidades/{cena.Id}/pedido/recusar");
        Assert.Equal((cena.Ana.Id, "Usina 1"), await LerAsync(cena));
        Assert.NotNull((await cena.DeRita.PaginaAsync($"/oportunidades/{cena.Id}")).QuerySelector("form[action$='/pedido']"));
    }

    [Fact]
    public async Task Nobody_answers_for_the_responsavel_but_a_gestor()
    {
        var cena = await CenaAsync();
        await cena.DeRita.FormAsync($"/oportunidades/{cena.Id}/pedido");

        var alheia = await cena.DeRita.FormAsync($"/oportunidades/{cena.Id}/pedido/passar");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, alheia.StatusCode);
        Assert.Equal((cena.Ana.Id, "Usina 1"), await LerAsync(cena));

        using var gestor = await (await cena.Funil.Organizacao.PessoaAsync(Papel.Gestor)).EntrarAsync();
        await gestor.FormAsync($"/oportunidades/{cena.Id}/pedido/passar");
        Assert.Equal((cena.Rita.Id, "Usina 1"), await LerAsync(cena));
    }

    /// <summary>403 is "may not hear", 404 "may, and there is none".</summary>
    [Fact]
    public async Task A_deal_that_changes_hands_takes_no_old_recording_with_it()
    {
        var cena = await CenaAsync();
        var antes = await LigouAsync(cena);
        await cena.DeRita.FormAsync($"/oportunidades/{cena.Id}/pedido");
        await cena.DaAna.FormAsync($"/oportunidades/{cena.Id}/pedido/passar");
        var depois = await LigouAsync(cena);

        Assert.Equal(HttpStatusCode.Forbidden, await OuvirAsync(cena.DeRita, antes));
        Assert.Equal(HttpStatusCode.NotFound, await OuvirAsync(cena.DeRita, depois));
        Assert.Equal(HttpStatusCode.NotFound, await OuvirAsync(cena.DaAna, antes));
        Assert.Equal(HttpStatusCode.Forbidden, await OuvirAsync(cena.DaAna, depois));
    }

    private static async Task<HttpStatusCode> OuvirAsync(ClienteDeTeste cliente, Guid ligacao) =>
        (await cliente.GetAsync($"/telefonia/recordings/{ligacao}")).StatusCode;

    /// <summary>A third person calls, as the product writes it.</summary>
    private static async Task<Guid> LigouAsync(Cena cena)
    {
        var (responsavel, _) = await LerAsync(cena);
        var ligacao = new Ligacao(cena.Funil.Organizacao.Id, Guid.CreateVersion7(), null, "+5511960000001", "1001", DateTimeOffset.UtcNow) { OportunidadeId = cena.Id };
        ligacao.DarResponsavel(responsavel);
        await cena.Funil.Organizacao.SalvarAsync(ligacao);
        return ligacao.Id;
    }

    private static async Task<string> TextoAsync(ClienteDeTeste cliente, Cena cena) =>
        (await cliente.PaginaAsync($"/oportunidades/{cena.Id}")).QuerySelector("#painel-resumo")!.TextContent;

    private static async Task<(Guid Responsavel, string Titulo)> LerAsync(Cena cena)
    {
        var o = await cena.Funil.Organizacao.ComDbAsync(db => db.Oportunidades.AsNoTracking().SingleAsync());
        return (o.ResponsavelId, o.Titulo);
    }

    private async Task<Cena> CenaAsync()
    {
        var ana = await (await app.CriarOrganizacaoAsync()).PessoaAsync();
        var funil = await FunilDeTeste.CriarAsync(ana, 1);
        var rita = await funil.Organizacao.PessoaAsync();
        return new Cena(funil, ana, rita, await ana.EntrarAsync(), await rita.EntrarAsync());
    }

    private sealed record Cena(FunilDeTeste Funil, PessoaDeTeste Ana, PessoaDeTeste Rita, ClienteDeTeste DaAna, ClienteDeTeste DeRita)
    {
        public string NomeDaRita => Rita.Email;

        public Guid Id => Funil.Oportunidades[0].Id;

        public Guid ContatoId => Funil.Oportunidades[0].ContatoId;
    }
}
