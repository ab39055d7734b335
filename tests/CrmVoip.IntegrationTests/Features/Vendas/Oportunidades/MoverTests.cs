using System.Net;
using CrmVoip.Domain;
using CrmVoip.IntegrationTests.Infra;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.IntegrationTests.Features.Vendas.Oportunidades;

[Collection(AplicacaoFixture.Colecao)]
public sealed class MoverTests(AplicacaoFixture app)
{
    [Fact]
    public async Task Card_lands_between_its_new_neighbours_and_the_totals_follow()
    {
        var (ana, funil) = await FunilAsync(4);
        using var cliente = await ana.EntrarAsync();
        var o = funil.Oportunidades;
        await MoverAsync(cliente, o[0], funil.Proposta, null, null);

        var resposta = await MoverAsync(cliente, o[1], funil.Proposta, o[0].Id, null);

        var corpo = await ClienteDeTeste.LerAsync(resposta);
        Assert.Equal(["Usina 1", "Usina 2"], await OrdemAsync(funil, funil.Proposta));
        Assert.Equal(["Usina 3", "Usina 4"], await OrdemAsync(funil, funil.Novo));
        var totais = corpo.GetProperty("totais").EnumerateArray().ToDictionary(t => t.GetProperty("etapaId").GetGuid());
        Assert.Equal("2", totais[funil.Proposta.Id].GetProperty("quantidade").GetString());
        Assert.Equal("R$ 2.001", totais[funil.Novo.Id].GetProperty("soma").GetString()!.Replace('\u00a0', ' '));
        var historico = await cliente.PaginaAsync($"/oportunidades/{o[1].Id}/historico");
        Assert.Equal("Moveu de Novo para Proposta", historico.QuerySelector(".historico__texto p")!.TextContent);
    }

    [Fact]
    public async Task Card_moves_up_and_down_inside_its_stage_and_keeps_counting_its_days()
    {
        var (ana, funil) = await FunilAsync(4);
        using var cliente = await ana.EntrarAsync();
        var o = funil.Oportunidades;

        await MoverAsync(cliente, o[3], funil.Novo, null, o[1].Id);
        await MoverAsync(cliente, o[0], funil.Novo, o[2].Id, null);

        Assert.Equal(["Usina 4", "Usina 2", "Usina 3", "Usina 1"], await OrdemAsync(funil, funil.Novo));
        var desde = await funil.Organizacao.ComDbAsync(db => db.Oportunidades.Where(x => x.Id == o[0].Id).Select(x => x.NaEtapaDesde).SingleAsync());
        Assert.True(desde < DateTimeOffset.UtcNow.AddDays(-19));
        Assert.Equal(0, await funil.Organizacao.ComDbAsync(db => db.AuditLog.CountAsync(a => a.Acao == Acoes.OportunidadeMovida)));
    }

    [Fact]
    public async Task Neighbour_that_left_meanwhile_does_not_stop_a_move()
    {
        var (ana, funil) = await FunilAsync(3);
        using var cliente = await ana.EntrarAsync();
        var o = funil.Oportunidades;
        await MoverAsync(cliente, o[1], funil.Proposta, null, null);

        Assert.Equal(HttpStatusCode.OK, (await MoverAsync(cliente, o[2], funil.Novo, o[1].Id, o[0].Id)).StatusCode);

        Assert.Equal(["Usina 3", "Usina 1"], await OrdemAsync(funil, funil.Novo));
    }

    [Fact]
    public async Task Two_people_who_move_the_same_card_at_once_end_with_one_order_and_the_second_is_told()
    {
        var (ana, funil) = await FunilAsync(3);
        var bruno = await funil.Organizacao.PessoaAsync();
        using var primeira = await ana.EntrarAsync();
        using var segundo = await bruno.EntrarAsync();
        var o = funil.Oportunidades;
        await MoverAsync(segundo, o[2], funil.Novo, null, null);

        var respostas = await Task.WhenAll(
            MoverAsync(primeira, o[1], funil.Proposta, null, null),
            MoverAsync(segundo, o[1], funil.Novo, null, o[2].Id));

        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.Conflict], respostas.Select(r => r.StatusCode).Order());
        var recusa = await ClienteDeTeste.LerAsync(respostas.Single(r => r.StatusCode == HttpStatusCode.Conflict));
        Assert.Contains("Outra pessoa moveu", recusa.GetProperty("mensagem").GetString(), StringComparison.Ordinal);
        Assert.Single(await funil.Organizacao.ComDbAsync(db => db.Oportunidades.Where(x => x.Id == o[1].Id).ToListAsync()));
    }

    [Fact]
    public async Task Many_people_dropping_into_one_gap_all_find_a_place()
    {
        var (ana, funil) = await FunilAsync(8);
        using var cliente = await ana.EntrarAsync();
        var o = funil.Oportunidades;
        await MoverAsync(cliente, o[0], funil.Proposta, null, null);

        var respostas = await Task.WhenAll(o.Skip(1).Take(4).Select(x => MoverAsync(cliente, x, funil.Proposta, o[0].Id, null)));

        Assert.All(respostas, r => Assert.Equal(HttpStatusCode.OK, r.StatusCode));
        var ordem = await OrdemAsync(funil, funil.Proposta);
        Assert.Equal("Usina 1", ordem[0]);
        Assert.Equal(5, ordem.Distinct().Count());
    }

    [Fact]
    public async Task Card_or_stage_of_another_organization_does_not_exist()
    {
        var (_, alheio) = await FunilAsync(1);
        var (ana, funil) = await FunilAsync(1);
        using var cliente = await ana.EntrarAsync();

        Assert.Equal(HttpStatusCode.NotFound, (await MoverAsync(cliente, alheio.Oportunidades[0], funil.Novo, null, null)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await MoverAsync(cliente, funil.Oportunidades[0], alheio.Novo, null, null)).StatusCode);
    }

    private static Task<HttpResponseMessage> MoverAsync(ClienteDeTeste cliente, Oportunidade o, Etapa destino, Guid? depoisDe, Guid? antesDe) =>
        cliente.PostAsync($"/oportunidades/{o.Id}/posicao", new { etapaId = destino.Id, depoisDe, antesDe, etapaVista = o.EtapaId, posicaoVista = o.Posicao });

    private static Task<List<string>> OrdemAsync(FunilDeTeste funil, Etapa etapa) =>
        funil.Organizacao.ComDbAsync(db => db.Oportunidades.Where(o => o.EtapaId == etapa.Id).OrderBy(o => o.Posicao).Select(o => o.Titulo).ToListAsync());

    private async Task<(PessoaDeTeste Ana, FunilDeTeste Funil)> FunilAsync(int quantidade)
    {
        var ana = await (await app.CriarOrganizacaoAsync()).PessoaAsync();
        return (ana, await FunilDeTeste.CriarAsync(ana, quantidade));
    }
}
