using CrmVoip.IntegrationTests.Infra;
using CrmVoip.IntegrationTests.Isolation;
using CrmVoip.Work;
using Npgsql;

namespace CrmVoip.IntegrationTests.Work;

/// <summary>What the operator is told of the table of work.</summary>
[Collection(AplicacaoFixture.Colecao)]
public sealed class MedidasDaFilaTests(AplicacaoFixture app)
{
    [Fact]
    public async Task What_is_due_soon_due_begun_and_given_up_is_counted_by_kind_and_what_is_due_later_is_not()
    {
        var organizacao = await app.CriarOrganizacaoAsync();
        var tipo = $"teste-{Guid.NewGuid():N}";
        await InserirAsync(organizacao, tipo, "now() - interval '90 seconds'", "null", "null", 3);
        await InserirAsync(organizacao, tipo, "now() + interval '1 minute'", "null", "null", 2);
        await InserirAsync(organizacao, tipo, "now() + interval '1 minute'", "now() + interval '1 minute'", "null", 4);
        await InserirAsync(organizacao, tipo, "now() + interval '1 hour'", "null", "null", 7);
        await InserirAsync(organizacao, tipo, "now() - interval '1 hour'", "null", "now()", 1);
        await using var instancia = new Instancia(app, new Palco());

        var contados = instancia.Fila.Contar().Where(n => n.Tipo == tipo).OrderBy(n => n.Estado).ToList();

        Assert.Equal([("desistido", 1), ("em_breve", 2), ("em_curso", 4), (NaFila.Vencido, 3)], contados.Select(n => (n.Estado, n.Quantos)));
        Assert.InRange(contados.Single(n => n.Estado == NaFila.Vencido).Atraso, 90, 900);
        await app.Banco.ExecutarAsync($"delete from trabalhos where tipo = '{tipo}'");
    }

    /// <summary>On a table of any size: the planner is kept from reading all of it and finds a way for each state.</summary>
    [Fact]
    public async Task It_is_counted_by_indexes()
    {
        await using var fonte = NpgsqlDataSource.Create(app.Banco.Fila);
        await using var conexao = await fonte.OpenConnectionAsync();
        await using var transacao = await conexao.BeginTransactionAsync();
        await using var comando = new NpgsqlCommand("set local enable_seqscan = off; explain " + SqlDaFila.NaFila, conexao, transacao);
        await using var leitor = await comando.ExecuteReaderAsync();
        var plano = new List<string>();
        while (await leitor.ReadAsync())
        {
            plano.Add(leitor.GetString(0));
        }

        Assert.DoesNotContain(plano, linha => linha.Contains("Seq Scan on trabalhos", StringComparison.Ordinal));
        foreach (var indice in new[] { "ix_trabalhos_vence_em", "ix_trabalhos_arrendado_ate", "ix_trabalhos_morto_em" })
        {
            Assert.Contains(plano, linha => linha.Contains(indice, StringComparison.Ordinal));
        }
    }

    private static Task<int> InserirAsync(OrganizacaoDeTeste organizacao, string tipo, string vence, string arrendado, string morto, int quantas) =>
        organizacao.App.Banco.ExecutarAsync(
            $"""
            insert into trabalhos (organizacao_id, id, tipo, linha_id, vence_em, arrendado_ate, morto_em, tentativas, criado_em)
            select '{organizacao.Id}', gen_random_uuid(), '{tipo}', gen_random_uuid(), {vence}, {arrendado}, {morto}, 0, now() from generate_series(1, {quantas})
            """);
}
