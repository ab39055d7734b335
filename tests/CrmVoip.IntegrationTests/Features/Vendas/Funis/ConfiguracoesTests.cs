using System.Net;
using CrmVoip.Domain;
using CrmVoip.Features.Telefonia.Ligacoes;
using CrmVoip.IntegrationTests.Features.Vendas.Oportunidades;
using CrmVoip.IntegrationTests.Infra;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.IntegrationTests.Features.Vendas.Funis;

/// <summary>The administrador names, orders and archives stages, reasons of loss and outcomes of calls.</summary>
[Collection(AplicacaoFixture.Colecao)]
public sealed class ConfiguracoesTests(AplicacaoFixture app)
{
    [Fact]
    public async Task Renamed_stage_has_its_new_name_on_the_board_at_once()
    {
        var (cliente, funil) = await CenaAsync();
        Assert.Contains("Novo", await ColunasAsync(cliente));

        await cliente.FormAsync($"/configuracoes/etapas/{funil.Novo.Id}", ("Nome", "  Primeiro contato "));

        Assert.Equal(["Primeiro contato", "Proposta"], await ColunasAsync(cliente));
        Assert.Contains("Mudou o nome da etapa Novo para Primeiro contato", (await cliente.PaginaAsync("/auditoria")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("proposta")]
    [InlineData("PROPÓSTA")]
    public async Task Two_stages_never_have_one_name(string nome)
    {
        var (cliente, funil) = await CenaAsync();

        var renomeada = await cliente.FormAsync($"/configuracoes/etapas/{funil.Novo.Id}", ("Nome", nome));
        var incluida = await cliente.FormAsync("/configuracoes/etapas/criar", ("Nome", nome));

        foreach (var resposta in new[] { renomeada, incluida })
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, resposta.StatusCode);
            var pagina = await ClienteDeTeste.PaginaAsync(resposta);
            Assert.Equal("Já existe uma etapa com este nome.", pagina.QuerySelector("#Nome-erro")!.TextContent);
            Assert.Equal(nome, pagina.QuerySelector("#Nome")!.GetAttribute("value"));
        }

        Assert.Equal(["Novo", "Proposta"], await ColunasAsync(cliente));
    }

    [Fact]
    public async Task New_stage_comes_last_and_moves_place_by_place_as_far_as_the_end()
    {
        var (cliente, _) = await CenaAsync();
        await cliente.FormAsync("/configuracoes/etapas/criar", ("Nome", "Visita"));
        Assert.Equal(["Novo", "Proposta", "Visita"], await ColunasAsync(cliente));
        var pagina = await cliente.PaginaAsync("/configuracoes");
        var subir = pagina.QuerySelector("button[aria-label='Subir Visita']")!.ParentElement!.GetAttribute("action")!;

        foreach (var esperado in new[] { "Novo,Visita,Proposta", "Visita,Novo,Proposta", "Visita,Novo,Proposta" })
        {
            await cliente.FormAsync(subir[subir.IndexOf("/configuracoes", StringComparison.Ordinal)..]);
            Assert.Equal(esperado, string.Join(',', await ColunasAsync(cliente)));
        }
    }

    [Fact]
    public async Task Archived_stage_leaves_its_deals_at_the_end_of_another_in_their_order_closed_ones_too()
    {
        var (cliente, funil) = await CenaAsync(3);
        await cliente.FormAsync($"/oportunidades/{funil.Oportunidades[1].Id}/ganhar");
        await cliente.FormAsync($"/oportunidades/{funil.Oportunidades[2].Id}/etapa", ("etapaId", $"{funil.Proposta.Id}"));

        var sem = await cliente.FormAsync($"/configuracoes/etapas/{funil.Novo.Id}/arquivar", ("Destino", ""));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, sem.StatusCode);
        await cliente.FormAsync($"/configuracoes/etapas/{funil.Novo.Id}/arquivar", ("Destino", $"{funil.Proposta.Id}"));

        Assert.Equal(["Proposta"], await ColunasAsync(cliente));
        var ordem = await funil.Organizacao.ComDbAsync(db => db.Oportunidades.Where(o => o.EtapaId == funil.Proposta.Id).OrderBy(o => o.Posicao).Select(o => o.Titulo).ToListAsync());
        Assert.Equal(["Usina 3", "Usina 1", "Usina 2"], ordem);
        Assert.Equal("2", (await cliente.PaginaAsync("/configuracoes")).QuerySelector("#etapas td.numero")!.TextContent);
        var historico = (await cliente.PaginaAsync($"/oportunidades/{funil.Oportunidades[0].Id}/historico")).Body!.TextContent;
        Assert.Contains("Moveu de Novo para Proposta", historico, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_goes_into_an_archived_stage_any_more()
    {
        var (cliente, funil) = await CenaAsync(2);
        var contatoId = funil.Oportunidades[0].ContatoId;
        await cliente.FormAsync($"/configuracoes/etapas/{funil.Proposta.Id}/arquivar", ("Destino", $"{funil.Novo.Id}"));

        await cliente.FormAsync($"/oportunidades/{funil.Oportunidades[0].Id}/etapa", ("etapaId", $"{funil.Proposta.Id}"));
        var nova = await cliente.FormAsync(
            "/oportunidades/criar", ("Titulo", "Tarde demais"), ("ContatoId", $"{contatoId}"), ("ResponsavelId", $"{funil.Oportunidades[0].ResponsavelId}"), ("EtapaId", $"{funil.Proposta.Id}"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, nova.StatusCode);
        Assert.False(await funil.Organizacao.ComDbAsync(db => db.Oportunidades.AnyAsync(o => o.EtapaId == funil.Proposta.Id)));
        Assert.DoesNotContain("Proposta", (await cliente.PaginaAsync($"/oportunidades/{funil.Oportunidades[0].Id}")).QuerySelector(".etapas")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Archived_reason_is_offered_no_more_and_comes_back()
    {
        var (cliente, funil) = await CenaAsync();
        await cliente.FormAsync("/configuracoes/motivos/criar", ("Nome", "Preço"));
        await cliente.FormAsync("/configuracoes/motivos/criar", ("Nome", "Prazo"));
        var ids = await funil.Organizacao.ComDbAsync(db => db.MotivosDePerda.ToDictionaryAsync(m => m.Nome, m => m.Id));

        await cliente.FormAsync($"/configuracoes/motivos/{ids["Prazo"]}/arquivar");
        Assert.Equal(["Preço"], await MotivosAsync(cliente, funil));
        await cliente.FormAsync($"/configuracoes/motivos/{ids["Preço"]}/arquivar");
        Assert.Equal(["Preço"], await MotivosAsync(cliente, funil));
        await cliente.FormAsync($"/configuracoes/motivos/{ids["Prazo"]}/restaurar");
        Assert.Equal(["Preço", "Prazo"], await MotivosAsync(cliente, funil));
    }

    [Fact]
    public async Task Outcome_says_what_it_does_and_what_a_name_said_stays_when_it_is_renamed()
    {
        var (cliente, funil) = await CenaAsync();
        await cliente.FormAsync("/configuracoes/resultados/criar", ("Nome", "Número errado"));
        await cliente.FormAsync("/configuracoes/resultados/criar", ("Nome", "Pediu para não ligar"), ("Relevante", "true"), ("Efeito", "NaoLigar"));
        var ids = await funil.Organizacao.ComDbAsync(db => db.ResultadosDeLigacao.ToDictionaryAsync(r => r.Nome, r => r.Id));

        var repetido = await cliente.FormAsync($"/configuracoes/resultados/{ids["Número errado"]}", ("Nome", "pediu para nao ligar"), ("Efeito", "Errado"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, repetido.StatusCode);
        var pagina = await ClienteDeTeste.PaginaAsync(repetido);
        Assert.Equal("Já existe um resultado com este nome.", pagina.QuerySelector("#Nome-erro")!.TextContent);
        Assert.Equal("Errado", pagina.QuerySelector("#Efeito option[selected]")!.GetAttribute("value"));
        await cliente.FormAsync($"/configuracoes/resultados/{ids["Pediu para não ligar"]}", ("Nome", "Não quer ligações"), ("Efeito", "NaoLigar"), ("PedeTarefa", "true"));

        var linhas = (await cliente.PaginaAsync("/configuracoes")).QuerySelectorAll("#resultados tbody tr");
        Assert.Equal(
            [("Número errado", "—"), ("Não quer ligações", "marca o número como não ligar; pede a próxima tarefa")],
            linhas.TakeLast(2).Select(l => (l.QuerySelector("th")!.TextContent, l.QuerySelector("[data-coluna='O que faz']")!.TextContent)));
        Assert.Contains(
            "Mudou o resultado de ligação Pediu para não ligar para Não quer ligações: marca o número como não ligar; pede a próxima tarefa",
            (await cliente.PaginaAsync("/auditoria")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Archived_outcome_is_offered_to_no_call_any_more_and_keeps_those_it_has()
    {
        var (cliente, funil) = await CenaAsync();
        await cliente.FormAsync("/configuracoes/resultados/criar", ("Nome", "Visita marcada"));
        await cliente.FormAsync("/configuracoes/resultados/criar", ("Nome", "Outro"));
        var id = await funil.Organizacao.ComDbAsync(db => db.ResultadosDeLigacao.Where(r => r.Nome == "Visita marcada").Select(r => r.Id).SingleAsync());

        await cliente.FormAsync($"/configuracoes/resultados/{id}/arquivar");
        Assert.DoesNotContain("Visita marcada", await OferecidosAsync(funil));
        Assert.Contains("Visita marcada", (await cliente.PaginaAsync("/ligacoes")).QuerySelector("[name=Resultado]")!.TextContent, StringComparison.Ordinal);
        await cliente.FormAsync($"/configuracoes/resultados/{id}/restaurar");
        Assert.Contains("Visita marcada", await OferecidosAsync(funil));
    }

    private static Task<List<string>> OferecidosAsync(FunilDeTeste funil) =>
        funil.Organizacao.ComDbAsync(async db => (await db.ResultadosDeLigacao.OpcoesAsync(CancellationToken.None)).ConvertAll(o => o.Nome));

    private static async Task<List<string>> ColunasAsync(ClienteDeTeste cliente) =>
        [.. (await cliente.PaginaAsync("/oportunidades")).QuerySelectorAll(".coluna__titulo").Select(c => c.TextContent.Trim())];

    private static async Task<List<string>> MotivosAsync(ClienteDeTeste cliente, FunilDeTeste funil) =>
        [.. (await cliente.PaginaAsync($"/oportunidades/{funil.Oportunidades[0].Id}/perder")).QuerySelectorAll("#MotivoId option").Skip(1).Select(o => o.TextContent)];

    private async Task<(ClienteDeTeste Cliente, FunilDeTeste Funil)> CenaAsync(int oportunidades = 1)
    {
        var organizacao = await app.CriarOrganizacaoAsync();
        var admin = await organizacao.PessoaAsync(Papel.Administrador);
        return (await admin.EntrarAsync(), await FunilDeTeste.CriarAsync(admin, oportunidades));
    }
}
