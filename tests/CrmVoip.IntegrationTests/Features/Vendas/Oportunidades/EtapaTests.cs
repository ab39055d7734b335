using System.Net;
using CrmVoip.IntegrationTests.Infra;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.IntegrationTests.Features.Vendas.Oportunidades;

[Collection(AplicacaoFixture.Colecao)]
public sealed class EtapaTests(AplicacaoFixture app)
{
    [Fact]
    public async Task Moved_card_lands_on_top_counts_its_days_anew_and_the_history_tells()
    {
        var ana = await (await app.CriarOrganizacaoAsync()).PessoaAsync();
        var funil = await FunilDeTeste.CriarAsync(ana, 2);
        using var cliente = await ana.EntrarAsync();
        var (primeira, segunda) = (funil.Oportunidades[0].Id, funil.Oportunidades[1].Id);

        await cliente.FormAsync($"/oportunidades/{primeira}/etapa", ("etapaId", funil.Proposta.Id.ToString()));
        var resposta = await cliente.FormAsync($"/oportunidades/{segunda}/etapa", ("etapaId", funil.Proposta.Id.ToString()));

        Assert.Equal($"{funil.Organizacao.Base}/oportunidades/{segunda}", resposta.Headers.Location!.ToString());
        var cartoes = (await cliente.PaginaAsync("/oportunidades")).QuerySelectorAll(".coluna")[1].QuerySelectorAll(".cartao");
        Assert.Equal([$"oportunidades/{segunda}", $"oportunidades/{primeira}"], cartoes.Select(c => c.QuerySelector("a")!.GetAttribute("href")));
        Assert.Equal("hoje", cartoes[0].QuerySelector("p:last-of-type span")!.TextContent);
        var historico = await cliente.PaginaAsync($"/oportunidades/{segunda}/historico");
        Assert.Equal("Moveu de Novo para Proposta", historico.QuerySelector(".historico__texto p")!.TextContent);
    }

    [Fact]
    public async Task Many_people_moving_to_one_stage_at_once_all_land_in_different_places()
    {
        var ana = await (await app.CriarOrganizacaoAsync()).PessoaAsync();
        var funil = await FunilDeTeste.CriarAsync(ana, 3);
        using var cliente = await ana.EntrarAsync();
        await cliente.FormAsync($"/oportunidades/{funil.Oportunidades[0].Id}/etapa", ("etapaId", funil.Proposta.Id.ToString()));

        var respostas = await Task.WhenAll(funil.Oportunidades.Skip(1)
            .Select(o => cliente.FormAsync($"/oportunidades/{o.Id}/etapa", ("etapaId", funil.Proposta.Id.ToString()))));

        Assert.All(respostas, r => Assert.Equal(HttpStatusCode.Redirect, r.StatusCode));
        var posicoes = await funil.Organizacao.ComDbAsync(db =>
            db.Oportunidades.Where(o => o.EtapaId == funil.Proposta.Id).Select(o => o.Posicao).ToListAsync());
        Assert.Equal(3, posicoes.Distinct().Count());
    }

    [Fact]
    public async Task One_card_moved_by_many_at_once_from_the_stepper_and_the_board_fails_for_nobody()
    {
        var ana = await (await app.CriarOrganizacaoAsync()).PessoaAsync();
        var funil = await FunilDeTeste.CriarAsync(ana, 1);
        using var cliente = await ana.EntrarAsync();
        var o = funil.Oportunidades[0];
        await cliente.PaginaAsync($"/oportunidades/{o.Id}");

        var respostas = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => i % 2 == 0
            ? cliente.FormAsync($"/oportunidades/{o.Id}/etapa", ("etapaId", funil.Proposta.Id.ToString()))
            : cliente.PostAsync($"/oportunidades/{o.Id}/posicao", new { etapaId = funil.Proposta.Id, etapaVista = o.EtapaId, posicaoVista = (string?)null })));

        Assert.All(respostas, r => Assert.Contains(r.StatusCode, new[] { HttpStatusCode.Redirect, HttpStatusCode.OK, HttpStatusCode.Conflict }));
    }

    [Fact]
    public async Task Closed_deal_shows_that_it_is_won_offers_no_stage_and_keeps_its_own()
    {
        var ana = await (await app.CriarOrganizacaoAsync()).PessoaAsync();
        var funil = await FunilDeTeste.CriarAsync(ana, 1);
        using var cliente = await ana.EntrarAsync();
        var endereco = $"/oportunidades/{funil.Oportunidades[0].Id}";
        await cliente.FormAsync($"{endereco}/ganhar");

        var pagina = await cliente.PaginaAsync(endereco);
        Assert.StartsWith("Ganha em", pagina.QuerySelector("#oportunidade-topo .etiqueta")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(pagina.QuerySelectorAll(".etapas"));
        Assert.Equal(HttpStatusCode.Conflict, (await cliente.FormAsync($"{endereco}/etapa", ("etapaId", funil.Proposta.Id.ToString()))).StatusCode);
        Assert.Equal(funil.Novo.Id, await funil.Organizacao.ComDbAsync(db => db.Oportunidades.Select(x => x.EtapaId).SingleAsync()));
    }

    [Fact]
    public async Task Stage_of_another_organization_does_not_exist()
    {
        var alheia = await FunilDeTeste.CriarAsync(await (await app.CriarOrganizacaoAsync()).PessoaAsync(), 0);
        var ana = await (await app.CriarOrganizacaoAsync()).PessoaAsync();
        var funil = await FunilDeTeste.CriarAsync(ana, 1);
        using var cliente = await ana.EntrarAsync();

        var resposta = await cliente.FormAsync($"/oportunidades/{funil.Oportunidades[0].Id}/etapa", ("etapaId", alheia.Novo.Id.ToString()));

        Assert.Equal(HttpStatusCode.NotFound, resposta.StatusCode);
    }
}
