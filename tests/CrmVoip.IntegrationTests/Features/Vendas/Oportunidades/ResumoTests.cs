using System.Net;
using CrmVoip.Domain;
using CrmVoip.IntegrationTests.Infra;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.IntegrationTests.Features.Vendas.Oportunidades;

/// <summary>Two people, or one who has left, and the details edited in place.</summary>
[Collection(AplicacaoFixture.Colecao)]
public sealed class ResumoTests(AplicacaoFixture app)
{
    [Fact]
    public async Task Two_people_who_change_different_fields_both_keep_theirs()
    {
        var (ana, funil) = await FunilAsync();
        using var cliente = await ana.EntrarAsync();
        var o = funil.Oportunidades[0];

        Assert.Equal(HttpStatusCode.OK, (await SalvarAsync(cliente, o, ana, "Usina 1", "25.000,00", ("Antes[Valor]", "1.000,50"))).StatusCode);
        var segunda = await SalvarAsync(cliente, o, ana, "Usina da Ana", "1.000,50", ("Antes[Titulo]", "Usina 1"));

        Assert.Equal(HttpStatusCode.OK, segunda.StatusCode);
        Assert.Equal("Usina da Ana", (await ClienteDeTeste.PaginaAsync(segunda)).QuerySelector("#oportunidade-titulo[hx-swap-oob]")!.TextContent);
        Assert.Equal(("Usina da Ana", 25_000m), await LerAsync(funil));
    }

    [Fact]
    public async Task Field_that_both_changed_is_refused_beside_what_is_stored_now_and_may_be_insisted_on()
    {
        var (ana, funil) = await FunilAsync();
        using var cliente = await ana.EntrarAsync();
        var o = funil.Oportunidades[0];
        await SalvarAsync(cliente, o, ana, "De Bruno", "25.000,00", ("Antes[Titulo]", "Usina 1"), ("Antes[Valor]", "1.000,50"));

        var recusa = await SalvarAsync(cliente, o, ana, "De Ana", "1.000,50", ("Antes[Titulo]", "Usina 1"));

        Assert.Equal(HttpStatusCode.Conflict, recusa.StatusCode);
        var fragmento = await ClienteDeTeste.PaginaAsync(recusa);
        Assert.Equal("De Ana", fragmento.QuerySelector("#Titulo")!.GetAttribute("value"));
        Assert.Equal("25.000,00", fragmento.QuerySelector("#Valor")!.GetAttribute("value"));
        Assert.Equal("De Bruno", fragmento.QuerySelector("[name='Antes[Titulo]']")!.GetAttribute("value"));
        Assert.Equal(("De Bruno", 25_000m), await LerAsync(funil));
        Assert.Equal(HttpStatusCode.OK, (await SalvarAsync(cliente, o, ana, "De Ana", "25.000,00", ("Antes[Titulo]", "De Bruno"))).StatusCode);
        Assert.Equal(("De Ana", 25_000m), await LerAsync(funil));
    }

    [Fact]
    public async Task Conflict_names_who_changed_the_field_to_what_and_offers_both_values_at_it()
    {
        var (ana, funil) = await FunilAsync();
        var rita = await funil.Organizacao.PessoaAsync(Papel.Gestor);
        using var cliente = await ana.EntrarAsync();
        using var dela = await rita.EntrarAsync();
        var o = funil.Oportunidades[0];
        await SalvarAsync(dela, o, rita, "Usina 1", "5000", ("Antes[Valor]", "1.000,50"), ("Antes[ResponsavelId]", $"{ana.Id}"), ("ProximoPasso", ""));

        var recusa = await SalvarAsync(cliente, o, ana, "Usina 1", "7000", ("Antes[Valor]", "1.000,50"));

        Assert.Equal(HttpStatusCode.Conflict, recusa.StatusCode);
        var fragmento = await ClienteDeTeste.PaginaAsync(recusa);
        var campo = fragmento.QuerySelector("#Valor")!.ParentElement!;
        Assert.Equal($"{rita.Email} mudou o valor para R$ 5.000,00.", campo.QuerySelector(".campo__erro")!.TextContent);
        Assert.Equal("Manter 7.000,00", campo.QuerySelector("[data-manter]")!.TextContent);
        Assert.Equal(("Usar 5.000,00", "5.000,00"), (campo.QuerySelector("[data-usar]")!.TextContent, campo.QuerySelector("[data-usar]")!.GetAttribute("data-usar")));
        Assert.Single(fragmento.QuerySelectorAll("[data-manter]"));
        Assert.Equal(rita.Id.ToString(), fragmento.QuerySelector("#ResponsavelId option[selected]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task The_same_change_by_two_is_no_conflict()
    {
        var (ana, funil) = await FunilAsync();
        using var cliente = await ana.EntrarAsync();
        var o = funil.Oportunidades[0];
        foreach (var valor in new[] { "5000", "5.000,00" })
        {
            Assert.Equal(HttpStatusCode.OK, (await SalvarAsync(cliente, o, ana, "Usina 1", valor, ("Antes[Valor]", "1.000,50"))).StatusCode);
        }
    }

    [Fact]
    public async Task Card_that_was_only_moved_meanwhile_is_no_conflict()
    {
        var (ana, funil) = await FunilAsync();
        using var cliente = await ana.EntrarAsync();
        var o = funil.Oportunidades[0];
        await cliente.FormAsync($"/oportunidades/{o.Id}/etapa", ("etapaId", funil.Proposta.Id.ToString()));

        Assert.Equal(HttpStatusCode.OK, (await SalvarAsync(cliente, o, ana, "Outro", "1.000,50", ("Antes[Titulo]", "Usina 1"))).StatusCode);
    }

    [Fact]
    public async Task Deal_of_somebody_who_left_is_edited_in_place_and_found_by_their_name()
    {
        var bruno = await (await app.CriarOrganizacaoAsync()).PessoaAsync();
        var funil = await FunilDeTeste.CriarAsync(bruno, 1);
        var admin = await bruno.Organizacao.PessoaAsync(Papel.Administrador);
        using var cliente = await admin.EntrarAsync();
        await cliente.FormAsync($"/membros/{bruno.Id}/desativar", ("Sucessor", "ninguem"));

        var resposta = await SalvarAsync(cliente, funil.Oportunidades[0], bruno, "Usina corrigida", "1.000,50", ("Antes[Titulo]", "Usina 1"));

        Assert.Equal(HttpStatusCode.OK, resposta.StatusCode);
        var quadro = await cliente.PaginaAsync($"/oportunidades?responsavel={bruno.Id}");
        Assert.EndsWith("(desativado)", quadro.QuerySelector("#filtro-responsavel option[selected]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Usina corrigida", Assert.Single(quadro.QuerySelectorAll(".cartao h3 a")).TextContent);
    }

    [Theory]
    [InlineData("0002-11-30")]
    [InlineData("30/11/0002")]
    [InlineData("31/11/2026")]
    public async Task Day_that_lies_centuries_away_or_is_none_is_refused_at_its_field(string dia)
    {
        var (ana, funil) = await FunilAsync();
        using var cliente = await ana.EntrarAsync();

        var resposta = await SalvarAsync(cliente, funil.Oportunidades[0], ana, "Usina 1", "1.000,50", ("ProximoPassoEm", dia), ("Antes[ProximoPassoEm]", ""));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, resposta.StatusCode);
        Assert.Contains("Digite a data como", (await ClienteDeTeste.PaginaAsync(resposta)).QuerySelector("#ProximoPassoEm-erro")!.TextContent, StringComparison.Ordinal);
    }

    private static Task<HttpResponseMessage> SalvarAsync(
        ClienteDeTeste cliente, Oportunidade o, PessoaDeTeste responsavel, string titulo, string valor, params (string, string)[] antes) =>
        cliente.FormAsync(
            $"/oportunidades/{o.Id}/resumo",
            [("Titulo", titulo), ("Valor", valor), ("ResponsavelId", responsavel.Id.ToString()), ("Versao", "0"), .. antes]);

    private static async Task<(string Titulo, decimal Valor)> LerAsync(FunilDeTeste funil)
    {
        var o = await funil.Organizacao.ComDbAsync(db => db.Oportunidades.AsNoTracking().SingleAsync());
        return (o.Titulo, o.Valor);
    }

    private async Task<(PessoaDeTeste Ana, FunilDeTeste Funil)> FunilAsync()
    {
        var ana = await (await app.CriarOrganizacaoAsync()).PessoaAsync();
        return (ana, await FunilDeTeste.CriarAsync(ana, 1));
    }
}
