using CrmVoip.IntegrationTests.Infra;
using Npgsql;

namespace CrmVoip.IntegrationTests.Isolation;

/// <summary>The role that hands out work sees that table and nothing else; the application sees all else and not that table.</summary>
[Collection(AplicacaoFixture.Colecao)]
public sealed class FilaTests(AplicacaoFixture app)
{
    public static TheoryData<string> DaAplicacao =>
    [
        "select count(*) from trabalhos",
        "update trabalhos set vence_em = now()",
        "delete from trabalhos",
        "insert into trabalhos (organizacao_id, id, tipo, linha_id, vence_em, tentativas, criado_em) values (gen_random_uuid(), gen_random_uuid(), 'x', gen_random_uuid(), now(), 0, now())",
    ];

    [Theory]
    [MemberData(nameof(DaAplicacao))]
    public async Task Application_neither_reads_nor_changes_work_nor_makes_it_for_nobody(string sql) =>
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, await RecusaAsync(app.Banco.Crm, sql));

    [Fact]
    public async Task Who_hands_out_work_may_nothing_else()
    {
        var tabelas = (await app.Banco.LerAsync(
            "select relname::text from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'v', 'm')")).Select(l => (string)l[0]).ToList();
        Assert.Contains("contatos", tabelas);
        foreach (var tabela in tabelas.Except(["trabalhos"]))
        {
            foreach (var sql in new[] { $"select 1 from {tabela}", $"delete from {tabela}", $"insert into {tabela} default values", $"truncate {tabela}" })
            {
                Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, await RecusaAsync(app.Banco.Fila, sql));
            }
        }

        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, await RecusaAsync(app.Banco.Fila, "insert into trabalhos default values"));
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, await RecusaAsync(app.Banco.Fila, "create table minha (id int)"));
        Assert.Null(await RecusaAsync(app.Banco.Fila, "select 1 from trabalhos"));
    }

    [Theory]
    [InlineData("00000000-0000-0000-0000-000000000000", null)]
    [InlineData("01a21da9-5245-7ba6-81c0-f2d37776fc90", PostgresErrorCodes.InsufficientPrivilege)]
    public async Task Accounts_add_work_of_no_organization_and_of_none_that_is_one(string organizacao, string? recusa)
    {
        var sql = $"insert into trabalhos (organizacao_id, id, tipo, linha_id, vence_em, tentativas, criado_em) values ('{organizacao}', gen_random_uuid(), 'x', gen_random_uuid(), now(), 0, now())";
        Assert.Equal(recusa, await RecusaAsync(app.Banco.Contas, sql));
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, await RecusaAsync(app.Banco.Contas, "select 1 from trabalhos"));
    }

    private static async Task<string?> RecusaAsync(string conexao, string sql)
    {
        await using var fonte = NpgsqlDataSource.Create(conexao);
        await using var comando = fonte.CreateCommand(sql);
        try
        {
            await comando.ExecuteNonQueryAsync();
            return null;
        }
        catch (PostgresException erro)
        {
            return erro.SqlState;
        }
    }
}
