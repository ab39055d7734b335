using System.Net;
using System.Text.Json;
using CrmVoip.Domain;
using CrmVoip.IntegrationTests.Features.Vendas.Oportunidades;
using CrmVoip.IntegrationTests.Infra;
using CrmVoip.IntegrationTests.Isolation;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.IntegrationTests.Features.Vendas.Lote;

/// <summary>Many deals at once: Ana is a gestora, whose the deals are; Rita a vendedora.</summary>
[Collection(AplicacaoFixture.Colecao)]
public sealed class LoteTests(AplicacaoFixture app)
{
    [Fact]
    public async Task Deals_go_to_the_top_of_the_stage_in_their_order_and_each_tells_it_in_its_history()
    {
        using var cena = await CenaAsync(5);
        var funil = cena.Funil;
        await MoverAsync(cena.DaAna, funil, funil.Oportunidades[0]);

        var feito = await MoverAsync(cena.DaAna, funil, [.. funil.Oportunidades.Skip(1).Take(3).Reverse(), funil.Oportunidades[0]]);

        Assert.Equal("3 movidas para Proposta. 1 não: já estava lá.", feito.GetProperty("mensagem").GetString());
        Assert.Equal(["Usina 2", "Usina 3", "Usina 4", "Usina 1"], await NaEtapaAsync(cena, funil.Proposta.Id));
        Assert.Equal(["Usina 5"], await NaEtapaAsync(cena, funil.Novo.Id));
        Assert.Contains("Proposta", (await cena.DaAna.PaginaAsync($"/oportunidades/{funil.Oportunidades[2].Id}/historico")).Body!.TextContent, StringComparison.Ordinal);
        var quadro = await cena.DaAna.PaginaAsync("/oportunidades");
        Assert.Equal(["1", "4"], quadro.QuerySelectorAll("[data-parte=quantidade]").Select(q => q.TextContent));
    }

    [Fact]
    public async Task What_is_closed_is_counted_and_stays()
    {
        using var cena = await CenaAsync(4);
        await EncerrarAsync(cena, 0, 1);

        var feito = await MoverAsync(cena.DaAna, cena.Funil, [.. cena.Funil.Oportunidades]);

        Assert.Equal("2 movidas para Proposta. 2 não: já estavam encerradas.", feito.GetProperty("mensagem").GetString());
        Assert.Equal(2, await ContarAsync(cena, o => o.EtapaId == cena.Funil.Novo.Id));
    }

    [Fact]
    public async Task A_move_is_taken_back_to_where_each_stood_and_since_when()
    {
        using var cena = await CenaAsync(4);
        var antes = await LugaresAsync(cena);
        var feito = await MoverAsync(cena.DaAna, cena.Funil, [.. cena.Funil.Oportunidades.Take(3)]);
        Assert.NotEqual(antes, await LugaresAsync(cena));

        Assert.Equal(HttpStatusCode.OK, await DesfazerAsync(cena.DaAna, feito));

        Assert.Equal(antes, await LugaresAsync(cena));
        Assert.Equal(HttpStatusCode.Conflict, await DesfazerAsync(cena.DaAna, feito));
        Assert.Equal(antes, await LugaresAsync(cena));
    }

    [Fact]
    public async Task What_moved_on_since_stays_and_a_place_that_was_taken_is_not_taken_twice()
    {
        using var cena = await CenaAsync(3);
        var funil = cena.Funil;
        var feito = await MoverAsync(cena.DaAna, funil, [.. funil.Oportunidades]);
        await EncerrarAsync(cena, 0);
        await cena.DaAna.FormAsync($"/oportunidades/{funil.Oportunidades[1].Id}/etapa", ("etapaId", $"{funil.Novo.Id}"));
        await app.Banco.ExecutarAsync(
            $"update oportunidades set posicao = '{funil.Oportunidades[2].Posicao}' where organizacao_id = '{cena.Ana.Organizacao.Id}' and id = '{funil.Oportunidades[1].Id}'");

        Assert.Equal(HttpStatusCode.OK, await DesfazerAsync(cena.DaAna, feito));

        Assert.Equal(["Usina 3", "Usina 2"], await NaEtapaAsync(cena, funil.Novo.Id));
        Assert.Equal(SituacaoDaOportunidade.Ganha, (await LerAsync(cena, 0)).Situacao);
    }

    [Fact]
    public async Task Nobody_takes_back_what_somebody_else_did()
    {
        using var cena = await CenaAsync(2);
        var feito = await MoverAsync(cena.DaAna, cena.Funil, [.. cena.Funil.Oportunidades]);

        Assert.Equal(HttpStatusCode.Conflict, await DesfazerAsync(cena.DeRita, feito));
        Assert.Equal(2, await ContarAsync(cena, o => o.EtapaId == cena.Funil.Proposta.Id));
    }

    [Fact]
    public async Task A_vendedora_passes_her_own_and_no_others_with_their_tasks_and_back()
    {
        using var cena = await CenaAsync(3);
        var bia = await cena.Ana.Organizacao.PessoaAsync();
        await PassarAsync(cena.DaAna, cena.Rita, cena.Funil.Oportunidades[0]);
        await cena.Ana.Organizacao.ComDbAsync(async db =>
        {
            (await db.Oportunidades.SingleAsync(o => o.Id == cena.Funil.Oportunidades[0].Id)).Planejar("Ligar", null, cena.Rita.Id);
            return await db.SaveChangesAsync();
        });

        var feito = await PassarAsync(cena.DeRita, bia, [.. cena.Funil.Oportunidades]);

        Assert.StartsWith("1 passada para", feito.GetProperty("mensagem").GetString(), StringComparison.Ordinal);
        Assert.EndsWith("2 não: são de outras pessoas.", feito.GetProperty("mensagem").GetString(), StringComparison.Ordinal);
        Assert.Equal((1, 2), (await ContarAsync(cena, o => o.ResponsavelId == bia.Id), await ContarAsync(cena, o => o.ResponsavelId == cena.Ana.Id)));
        Assert.Equal(bia.Id, await TarefaDeAsync(cena));

        Assert.Equal(HttpStatusCode.OK, await DesfazerAsync(cena.DeRita, feito));

        Assert.Equal(1, await ContarAsync(cena, o => o.ResponsavelId == cena.Rita.Id));
        Assert.Equal(cena.Rita.Id, await TarefaDeAsync(cena));
    }

    [Fact]
    public async Task Tasks_that_somebody_had_before_the_deal_stay_theirs_when_it_goes_back()
    {
        using var cena = await CenaAsync(1);
        var daRita = await TarefaAsync(cena, "Preparar a proposta", cena.Rita);
        var daAna = await TarefaAsync(cena, "Visitar a usina", cena.Ana);

        var feito = await PassarAsync(cena.DaAna, cena.Rita, cena.Funil.Oportunidades[0]);
        Assert.Equal([(daRita, cena.Rita.Id), (daAna, cena.Rita.Id)], await TarefasAsync(cena));

        Assert.Equal(HttpStatusCode.OK, await DesfazerAsync(cena.DaAna, feito));
        Assert.Equal([(daRita, cena.Rita.Id), (daAna, cena.Ana.Id)], await TarefasAsync(cena));
    }

    [Fact]
    public async Task Deals_are_lost_for_one_reason_which_is_asked_for()
    {
        using var cena = await CenaAsync(3);
        var motivo = new MotivoDePerda(cena.Ana.Organizacao.Id, "Preço", 1);
        await cena.Ana.Organizacao.SalvarAsync(motivo);
        (string, string?)[] ids = [.. cena.Funil.Oportunidades.Select(o => ("Ids", (string?)$"{o.Id}"))];

        using var sem = await cena.DaAna.FormAsync("/oportunidades/lote/perder", ids);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, sem.StatusCode);
        using var com = await cena.DaAna.FormAsync("/oportunidades/lote/perder", [.. ids, ("MotivoId", $"{motivo.Id}"), ("Detalhe", " Caro ")]);

        Assert.Equal("3 marcadas como perdidas.", (await ClienteDeTeste.LerAsync(com)).GetProperty("mensagem").GetString());
        Assert.Equal(3, await ContarAsync(cena, o => o.Situacao == SituacaoDaOportunidade.Perdida && o.MotivoDePerdaId == motivo.Id && o.DetalheDaPerda == "Caro"));
        Assert.Equal(["0", "0"], (await cena.DaAna.PaginaAsync("/oportunidades")).QuerySelectorAll("[data-parte=quantidade]").Select(q => q.TextContent));
    }

    [Fact]
    public async Task All_of_a_filter_are_those_that_the_list_shows()
    {
        using var cena = await CenaAsync(6);
        await PassarAsync(cena.DaAna, cena.Rita, [.. cena.Funil.Oportunidades.Take(2)]);

        using var resposta = await cena.DaAna.FormAsync(
            $"/oportunidades/lote/mover?responsavel={cena.Rita.Id}", ("Todas", "true"), ("EtapaId", $"{cena.Funil.Proposta.Id}"));

        Assert.Equal("2 movidas para Proposta.", (await ClienteDeTeste.LerAsync(resposta)).GetProperty("mensagem").GetString());
        Assert.Equal(["Usina 1", "Usina 2"], await NaEtapaAsync(cena, cena.Funil.Proposta.Id));
    }

    [Fact]
    public async Task More_than_five_hundred_are_refused_and_nothing_moves()
    {
        using var cena = await CenaAsync(501);

        using var resposta = await cena.DaAna.FormAsync("/oportunidades/lote/mover", ("Todas", "true"), ("EtapaId", $"{cena.Funil.Proposta.Id}"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, resposta.StatusCode);
        Assert.Equal("lote_grande", (await ClienteDeTeste.LerAsync(resposta)).GetProperty("codigo").GetString());
        Assert.Equal(501, await ContarAsync(cena, o => o.EtapaId == cena.Funil.Novo.Id));
        Assert.Equal("", (await cena.DaAna.PaginaAsync("/oportunidades/lista")).QuerySelector("#lote")!.GetAttribute("data-total"));
    }

    [Fact]
    public async Task Five_hundred_go_at_once_and_come_back()
    {
        using var cena = await CenaAsync(500);
        var antes = await LugaresAsync(cena);

        var feito = await MoverAsync(cena.DaAna, cena.Funil, [.. cena.Funil.Oportunidades]);

        Assert.Equal("500 movidas para Proposta.", feito.GetProperty("mensagem").GetString());
        Assert.Equal(["0", "500"], (await cena.DaAna.PaginaAsync("/oportunidades")).QuerySelectorAll("[data-parte=quantidade]").Select(q => q.TextContent));
        Assert.Equal(HttpStatusCode.OK, await DesfazerAsync(cena.DaAna, feito));
        Assert.Equal(antes, await LugaresAsync(cena));
    }

    [Fact]
    public async Task What_is_of_another_organization_is_not_there()
    {
        using var cena = await CenaAsync(1);
        using var outra = await CenaAsync(1);

        using var resposta = await cena.DaAna.FormAsync("/oportunidades/lote/mover", ("Ids", $"{outra.Funil.Oportunidades[0].Id}"), ("EtapaId", $"{cena.Funil.Proposta.Id}"));

        Assert.Equal(HttpStatusCode.NotFound, resposta.StatusCode);
        var feito = await MoverAsync(cena.DaAna, cena.Funil, cena.Funil.Oportunidades[0], outra.Funil.Oportunidades[0]);
        Assert.Equal("1 movida para Proposta. 1 não: não existe mais.", feito.GetProperty("mensagem").GetString());
        Assert.Equal(1, await ContarAsync(outra, o => o.EtapaId == outra.Funil.Novo.Id));
    }

    private async Task<Cena> CenaAsync(int quantas)
    {
        var organizacao = await app.CriarOrganizacaoAsync();
        var (ana, rita) = (await organizacao.PessoaAsync(Papel.Gestor), await organizacao.PessoaAsync());
        return new Cena(ana, rita, await FunilDeTeste.CriarAsync(ana, quantas), await ana.EntrarAsync(), await rita.EntrarAsync());
    }

    private static Task<JsonElement> MoverAsync(ClienteDeTeste cliente, FunilDeTeste funil, params Oportunidade[] oportunidades) =>
        FazerAsync(cliente, "mover", ("EtapaId", $"{funil.Proposta.Id}"), oportunidades);

    private static Task<JsonElement> PassarAsync(ClienteDeTeste cliente, PessoaDeTeste para, params Oportunidade[] oportunidades) =>
        FazerAsync(cliente, "passar", ("ResponsavelId", $"{para.Id}"), oportunidades);

    private static async Task<JsonElement> FazerAsync(ClienteDeTeste cliente, string oque, (string, string?) como, Oportunidade[] oportunidades)
    {
        using var resposta = await cliente.FormAsync($"/oportunidades/lote/{oque}", [como, .. oportunidades.Select(o => ("Ids", (string?)$"{o.Id}"))]);
        Assert.Equal(HttpStatusCode.OK, resposta.StatusCode);
        return await ClienteDeTeste.LerAsync(resposta);
    }

    private static async Task<HttpStatusCode> DesfazerAsync(ClienteDeTeste cliente, JsonElement feito)
    {
        using var resposta = await cliente.PostAsync("/oportunidades/lote/desfazer", new { ficha = feito.GetProperty("ficha").GetString() });
        return resposta.StatusCode;
    }

    private static Task<int> EncerrarAsync(Cena cena, params int[] quais) => cena.Ana.Organizacao.ComDbAsync(async db =>
    {
        Guid[] ids = [.. quais.Select(i => cena.Funil.Oportunidades[i].Id)];
        (await db.Oportunidades.Where(o => ids.Contains(o.Id)).ToListAsync()).ForEach(o => o.Ganhar(DateTimeOffset.UtcNow));
        return await db.SaveChangesAsync();
    });

    private static Task<Oportunidade> LerAsync(Cena cena, int qual) =>
        cena.Ana.Organizacao.ComDbAsync(db => db.Oportunidades.SingleAsync(o => o.Id == cena.Funil.Oportunidades[qual].Id));

    private static Task<Guid> TarefaDeAsync(Cena cena) => cena.Ana.Organizacao.ComDbAsync(db => db.Tarefas.Select(t => t.ResponsavelId).SingleAsync());

    private static Task<Guid> TarefaAsync(Cena cena, string texto, PessoaDeTeste deQuem) => cena.Ana.Organizacao.ComDbAsync(async db =>
    {
        var tarefa = Tarefa.Da(await db.Oportunidades.SingleAsync(), TipoDeTarefa.Outra, texto);
        tarefa.PassarPara(deQuem.Id);
        db.Add(tarefa);
        await db.SaveChangesAsync();
        return tarefa.Id;
    });

    private static Task<List<(Guid Id, Guid DeQuem)>> TarefasAsync(Cena cena) => cena.Ana.Organizacao.ComDbAsync(
        async db => (await db.Tarefas.OrderBy(t => t.CriadaEm).ToListAsync()).ConvertAll(t => (t.Id, t.ResponsavelId)));

    private static Task<int> ContarAsync(Cena cena, System.Linq.Expressions.Expression<Func<Oportunidade, bool>> quais) =>
        cena.Ana.Organizacao.ComDbAsync(db => db.Oportunidades.CountAsync(quais));

    private static Task<List<string>> NaEtapaAsync(Cena cena, Guid etapa) =>
        cena.Ana.Organizacao.ComDbAsync(db => db.Oportunidades.Where(o => o.EtapaId == etapa).OrderBy(o => o.Posicao).Select(o => o.Titulo).ToListAsync());

    private static Task<List<string>> LugaresAsync(Cena cena) => cena.Ana.Organizacao.ComDbAsync(
        async db => (await db.Oportunidades.OrderBy(o => o.Id).ToListAsync()).ConvertAll(o => $"{o.Titulo} {o.EtapaId} {o.Posicao} {o.NaEtapaDesde:O}"));

    private sealed record Cena(PessoaDeTeste Ana, PessoaDeTeste Rita, FunilDeTeste Funil, ClienteDeTeste DaAna, ClienteDeTeste DeRita) : IDisposable
    {
        public void Dispose()
        {
            DaAna.Dispose();
            DeRita.Dispose();
        }
    }
}
