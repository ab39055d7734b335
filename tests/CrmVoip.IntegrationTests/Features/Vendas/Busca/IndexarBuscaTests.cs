using CrmVoip.Features.Vendas.Busca;
using CrmVoip.IntegrationTests.Features.Vendas.Oportunidades;
using CrmVoip.IntegrationTests.Infra;
using CrmVoip.IntegrationTests.Isolation;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.IntegrationTests.Features.Vendas.Busca;

/// <summary>Rows that a version before the index saved.</summary>
[Collection(AplicacaoFixture.Colecao)]
public sealed class IndexarBuscaTests(AplicacaoFixture app)
{
    private const string EmPreparo = "A busca está sendo preparada";

    [Fact]
    public async Task Rows_older_than_the_index_are_said_to_be_missing_and_found_once_indexed()
    {
        var ana = await (await app.CriarOrganizacaoAsync()).PessoaAsync();
        await FunilDeTeste.CriarAsync(ana, 3);
        var antes = await TermosAsync(ana.Organizacao);
        await app.Banco.ExecutarAsync($"delete from termos_de_busca where organizacao_id = '{ana.Organizacao.Id}'");
        await app.Banco.ExecutarAsync($"update contatos set busca = null where organizacao_id = '{ana.Organizacao.Id}'");
        await app.Banco.ExecutarAsync($"update oportunidades set busca = null where organizacao_id = '{ana.Organizacao.Id}'");
        using var cliente = await ana.EntrarAsync();
        Assert.Contains(EmPreparo, (await cliente.PaginaAsync("/busca?q=usina")).Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains(EmPreparo, (await cliente.PaginaAsync("/oportunidades?texto=usina")).Body!.TextContent, StringComparison.Ordinal);

        await ana.Organizacao.ComServicoAsync<IndexarBusca>(indexar => indexar.ExecutarAsync(ana.Organizacao.Id, 1, CancellationToken.None));

        Assert.Equal(antes, await TermosAsync(ana.Organizacao));
        Assert.NotEmpty(antes);
        var pagina = await cliente.PaginaAsync("/oportunidades?texto=usina");
        Assert.Equal(3, pagina.QuerySelectorAll(".cartao").Length);
        Assert.DoesNotContain(EmPreparo, pagina.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Row_that_is_edited_before_it_was_indexed_is_found()
    {
        var ana = await (await app.CriarOrganizacaoAsync()).PessoaAsync();
        var funil = await FunilDeTeste.CriarAsync(ana, 1);
        await app.Banco.ExecutarAsync($"update contatos set busca = null where organizacao_id = '{ana.Organizacao.Id}'");

        await ana.Organizacao.ComDbAsync(async db =>
        {
            (await db.Contatos.FindAsync(ana.Organizacao.Id, funil.Oportunidades[0].ContatoId))!.Editar("Zilda", null, null);
            return await db.SaveChangesAsync();
        });

        using var cliente = await ana.EntrarAsync();
        Assert.Single((await cliente.PaginaAsync("/busca?q=zilda")).QuerySelectorAll("[id^='achado-'][data-abrir]"));
    }

    private static Task<List<string>> TermosAsync(OrganizacaoDeTeste organizacao) =>
        organizacao.ComDbAsync(db => db.TermosDeBusca.OrderBy(t => t.Tipo).ThenBy(t => t.Termo).ThenBy(t => t.LinhaId).Select(t => $"{t.Tipo} {t.Termo} {t.LinhaId}").ToListAsync());
}
