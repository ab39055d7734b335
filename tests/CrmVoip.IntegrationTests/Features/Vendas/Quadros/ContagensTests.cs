using CrmVoip.Data;
using CrmVoip.Domain;
using CrmVoip.IntegrationTests.Features.Vendas.Oportunidades;
using CrmVoip.IntegrationTests.Infra;
using CrmVoip.IntegrationTests.Isolation;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Xunit.Abstractions;

namespace CrmVoip.IntegrationTests.Features.Vendas.Quadros;

/// <summary>What is counted of a board, and what really stands on it.</summary>
[Collection(AplicacaoFixture.Colecao)]
public sealed class ContagensTests(AplicacaoFixture app, ITestOutputHelper saida)
{
    private const int Oportunidades = 60;

    [Fact]
    public async Task Counts_are_the_truth_however_deals_move_while_they_are_added_up_and_counted_anew()
    {
        var (organizacao, pessoas, funil) = await CriarAsync();
        var semente = Random.Shared.Next();
        saida.WriteLine($"seed {semente}");
        using var fim = new CancellationTokenSource();
        var somar = Enumerable.Range(0, 4).Select(i => AteAsync(() => SomarAsync(organizacao, recontar: i % 2 == 0), fim.Token)).ToList();

        await Task.WhenAll(Enumerable.Range(0, 6).Select(i => MudarAsync(organizacao, pessoas, funil, new Random(semente + i))));
        await fim.CancelAsync();
        Assert.All(await Task.WhenAll(somar), vezes => Assert.True(vezes > 1));

        Assert.Equal(await VerdadeAsync(organizacao), await ContadasAsync(organizacao));
        await SomarAsync(organizacao, recontar: false);
        Assert.Equal(await VerdadeAsync(organizacao), await ContadasAsync(organizacao));
        Assert.True(await organizacao.ComDbAsync(db => db.ContagensDoFunil.CountAsync()) <= 2 * 3 * pessoas.Length);
    }

    [Fact]
    public async Task Board_of_a_pipeline_that_is_older_than_the_counts_shows_its_deals_and_is_counted()
    {
        var (organizacao, pessoas, _) = await CriarAsync();
        await app.Banco.ExecutarAsync($"update funis set contado = false where organizacao_id = '{organizacao.Id}'");
        await app.Banco.ExecutarAsync($"delete from contagens_do_funil where organizacao_id = '{organizacao.Id}'");
        using var cliente = await pessoas[0].EntrarAsync();
        Assert.Equal(Oportunidades, await NoQuadroAsync(cliente));

        await SomarAsync(organizacao, recontar: true);

        Assert.Equal(await VerdadeAsync(organizacao), await ContadasAsync(organizacao));
        Assert.True(await organizacao.ComDbAsync(db => db.Funis.AllAsync(f => f.Contado)));
        Assert.Equal(Oportunidades, await NoQuadroAsync(cliente));
    }

    [Fact]
    public async Task Board_counts_for_its_filter()
    {
        var (_, pessoas, funil) = await CriarAsync();
        using var cliente = await pessoas[0].EntrarAsync();
        var minhas = funil.Oportunidades.Count(o => o.ResponsavelId == pessoas[1].Id);

        Assert.Equal(minhas, await NoQuadroAsync(cliente, $"?responsavel={pessoas[1].Id}"));
        Assert.Equal(0, await NoQuadroAsync(cliente, "?situacao=ganha"));
        Assert.Equal(Oportunidades, await NoQuadroAsync(cliente, "?texto=usina"));
        Assert.Equal(Oportunidades, await NoQuadroAsync(cliente, "?parada=true"));
    }

    private async Task<(OrganizacaoDeTeste Organizacao, PessoaDeTeste[] Pessoas, FunilDeTeste Funil)> CriarAsync()
    {
        var organizacao = await app.CriarOrganizacaoAsync();
        PessoaDeTeste[] pessoas = [await organizacao.PessoaAsync(Papel.Gestor), await organizacao.PessoaAsync(), await organizacao.PessoaAsync()];
        var funil = await FunilDeTeste.CriarAsync(pessoas[0], Oportunidades);
        var outra = pessoas[1].Id;
        await app.Banco.ExecutarAsync(
            $"update oportunidades set responsavel_id = '{outra}' where organizacao_id = '{organizacao.Id}' and id in ('{string.Join("', '", funil.Oportunidades.Take(20).Select(o => o.Id))}')");
        var oportunidades = await organizacao.ComDbAsync(db => db.Oportunidades.AsNoTracking().ToListAsync());
        return (organizacao, pessoas, funil with { Oportunidades = oportunidades });
    }

    private static Task<bool> SomarAsync(OrganizacaoDeTeste organizacao, bool recontar) => organizacao.ComDbAsync(async db =>
    {
        await (recontar ? db.RecontarFunilAsync(CancellationToken.None) : db.DobrarContagensAsync(CancellationToken.None));
        return true;
    });

    private static async Task<int> AteAsync(Func<Task> passo, CancellationToken fim)
    {
        var vezes = 0;
        while (!fim.IsCancellationRequested)
        {
            await passo();
            vezes++;
        }

        return vezes;
    }

    /// <summary>One row at a time and many at once, in a transaction that stands or not.</summary>
    private async Task MudarAsync(OrganizacaoDeTeste organizacao, PessoaDeTeste[] pessoas, FunilDeTeste funil, Random acaso)
    {
        await using var conexao = new NpgsqlConnection(app.Banco.Crm);
        await conexao.OpenAsync();
        for (var i = 0; i < 60; i++)
        {
            await using var transacao = await conexao.BeginTransactionAsync();
            await ExecutarAsync($"set local app.organizacao_id = '{organizacao.Id}'");
            var id = funil.Oportunidades[acaso.Next(Oportunidades)].Id;
            var etapa = acaso.Next(2) == 0 ? funil.Novo.Id : funil.Proposta.Id;
            await ExecutarAsync(acaso.Next(7) switch
            {
                0 => $"update oportunidades set valor = {acaso.Next(5000)} where id = '{id}'",
                1 => $"update oportunidades set responsavel_id = '{pessoas[acaso.Next(3)].Id}' where id = '{id}'",
                2 => $"update oportunidades set situacao = '{(acaso.Next(2) == 0 ? "aberta" : "ganha")}', encerrada_em = now() where id = '{id}'",
                3 => $"update oportunidades set titulo = 'Outra' where id = '{id}'",
                4 => $"delete from oportunidades where id = '{id}'",
                5 => $"""
                    insert into oportunidades (organizacao_id, id, titulo, valor, contato_id, etapa_id, posicao, responsavel_id, situacao, na_etapa_desde, criada_em, atualizada_em, encerrada_em)
                    select organizacao_id, gen_random_uuid(), titulo, valor, contato_id, etapa_id, md5('{acaso.NextInt64()}' || id), responsavel_id, situacao, na_etapa_desde, criada_em, atualizada_em, encerrada_em
                    from (select * from oportunidades order by random() limit 3) m
                    """,
                _ => $"update oportunidades set etapa_id = '{etapa}', posicao = md5('{acaso.NextInt64()}') where id = '{id}'",
            });
            await (acaso.Next(5) == 0 ? transacao.RollbackAsync() : transacao.CommitAsync());
        }

        async Task ExecutarAsync(string sql)
        {
            await using var comando = new NpgsqlCommand(sql, conexao);
            await comando.ExecuteNonQueryAsync();
        }
    }

    private static async Task<int> NoQuadroAsync(ClienteDeTeste cliente, string filtro = "")
    {
        var pagina = await cliente.PaginaAsync("/oportunidades" + filtro);
        return pagina.QuerySelectorAll("[data-parte=quantidade]").Sum(q => int.Parse(q.TextContent, System.Globalization.CultureInfo.InvariantCulture));
    }

    private static Task<List<(Guid, SituacaoDaOportunidade, Guid, int, decimal)>> VerdadeAsync(OrganizacaoDeTeste organizacao) => organizacao.ComDbAsync(async db =>
        (await db.Oportunidades
            .GroupBy(o => new { o.EtapaId, o.Situacao, o.ResponsavelId })
            .Select(g => new { g.Key, Quantidade = g.Count(), Valor = g.Sum(o => o.Valor) })
            .ToListAsync())
        .Select(g => (g.Key.EtapaId, g.Key.Situacao, g.Key.ResponsavelId, g.Quantidade, g.Valor)).Order().ToList());

    private static Task<List<(Guid, SituacaoDaOportunidade, Guid, int, decimal)>> ContadasAsync(OrganizacaoDeTeste organizacao) => organizacao.ComDbAsync(async db =>
        (await db.ContagensDoFunil
            .GroupBy(c => new { c.EtapaId, c.Situacao, c.ResponsavelId })
            .Select(g => new { g.Key, Quantidade = g.Sum(c => c.Quantidade), Valor = g.Sum(c => c.Valor) })
            .Where(g => g.Quantidade != 0 || g.Valor != 0)
            .ToListAsync())
        .Select(g => (g.Key.EtapaId, g.Key.Situacao, g.Key.ResponsavelId, g.Quantidade, g.Valor)).Order().ToList());
}
