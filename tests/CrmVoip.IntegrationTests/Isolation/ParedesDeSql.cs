using CrmVoip.IntegrationTests.Infra;
using Npgsql;

namespace CrmVoip.IntegrationTests.Isolation;

/// <summary>
/// What one organization can do to the rows of another in plain SQL, as the role the product serves with. Every statement is
/// made from the catalogue, so that a new table or foreign key is tried without anybody naming it.
/// </summary>
public static class ParedesDeSql
{
    private const string SemDireito = PostgresErrorCodes.InsufficientPrivilege;
    private const string SemReferencia = PostgresErrorCodes.ForeignKeyViolation;

    /// <summary>Foreign keys between tenant tables: the column that names the other row, and the column it names.</summary>
    private const string Referencias =
        """
        select c.conrelid::regclass::text, f.attname, c.confrelid::regclass::text, t.attname
        from pg_constraint c
        join pg_attribute f on f.attrelid = c.conrelid and f.attnum = c.conkey[2]
        join pg_attribute t on t.attrelid = c.confrelid and t.attnum = c.confkey[2]
        where c.contype = 'f' and cardinality(c.conkey) = 2
          and exists (select from pg_attribute a where a.attrelid = c.confrelid and a.attname = 'organizacao_id')
        order by 1, 2
        """;

    /// <summary>What got through, one sentence each; and how many attempts there were.</summary>
    public static async Task<(List<string> Furos, int Tentativas)> TentarAsync(BancoDeTestes banco, string conexao, Cenario atacante, Cenario vitima)
    {
        await using var tentativas = new Tentativas(conexao, atacante);
        var (a, b) = (atacante.Organizacao.Id, vitima.Organizacao.Id);
        foreach (var tabela in await banco.TabelasDaOrganizacaoAsync())
        {
            var linha = await banco.LerAsync($"select to_jsonb(t)::text from {tabela} t where organizacao_id = '{b}' limit 1");
            Assert.True(linha.Count == 1, $"The scenario has no row in {tabela}: add one to Cenario, or nothing is proven about it.");
            var copia = ((string)linha[0][0]).Replace("'", "''", StringComparison.Ordinal);
            var (id, chave) = tabela == "membros" ? ("usuario_id", "usuario_id") : ("id", "id");
            await tentativas.VerAsync($"select count(*) from {tabela} where organizacao_id = '{b}'");
            await tentativas.EscreverAsync($"update {tabela} set {chave} = {chave} where organizacao_id = '{b}'");
            await tentativas.EscreverAsync($"delete from {tabela} where organizacao_id = '{b}'");
            var colunas = string.Join(", ", (await banco.LerAsync(Colunas(tabela))).Select(c => c[0]));
            await tentativas.EscreverAsync(
                $"""
                insert into {tabela} ({colunas})
                select {colunas} from jsonb_populate_record(null::{tabela}, '{copia}'::jsonb || jsonb_build_object('{id}', gen_random_uuid()))
                """);
            await tentativas.EscreverAsync($"update {tabela} set organizacao_id = '{b}' where organizacao_id = '{a}'");
        }

        foreach (var referencia in await banco.LerAsync(Referencias))
        {
            await tentativas.EscreverAsync(
                $"update {referencia[0]} set {referencia[1]} = '{await UmaAsync(banco, referencia, b)}' where organizacao_id = '{a}'", SemReferencia);
        }

        return (tentativas.Furos, tentativas.Quantas);
    }

    // What the database computes cannot be written.
    private static string Colunas(string tabela) =>
        $"select attname::text from pg_attribute where attrelid = '{tabela}'::regclass and attnum > 0 and not attisdropped and attgenerated = '' order by attnum";

    private static async Task<Guid> UmaAsync(BancoDeTestes banco, object[] referencia, Guid organizacaoId) =>
        (Guid)(await banco.LerAsync($"select {referencia[3]} from {referencia[2]} where organizacao_id = '{organizacaoId}' limit 1"))[0][0];

    private sealed class Tentativas(string conexao, Cenario atacante) : IAsyncDisposable
    {
        private readonly NpgsqlDataSource _fonte = NpgsqlDataSource.Create(conexao);

        public List<string> Furos { get; } = [];

        public int Quantas { get; private set; }

        public ValueTask DisposeAsync() => _fonte.DisposeAsync();

        public async Task VerAsync(string sql)
        {
            try
            {
                if (await TransacaoAsync(async comando => (long)(await comando.ExecuteScalarAsync())!, sql) is > 0)
                {
                    Furos.Add($"rows were seen: {sql}");
                }
            }
            catch (PostgresException erro) when (erro.SqlState == SemDireito)
            {
                // Nobody reads it: the table of work.
            }
        }

        public async Task EscreverAsync(string sql, string? outraRecusa = null)
        {
            try
            {
                if (await TransacaoAsync(async comando => await comando.ExecuteNonQueryAsync(), sql) > 0)
                {
                    Furos.Add($"rows were written: {sql}");
                }
            }
            catch (PostgresException erro) when (erro.SqlState == SemDireito || erro.SqlState == outraRecusa)
            {
                // Refused: by a grant, by a policy, or by a key that carries the organization.
            }
            catch (PostgresException erro)
            {
                Furos.Add($"refused for another reason ({erro.SqlState} {erro.MessageText}), which proves nothing: {sql}");
            }
        }

        private async Task<long> TransacaoAsync(Func<NpgsqlCommand, Task<long>> executar, string sql)
        {
            Quantas++;
            await using var aberta = await _fonte.OpenConnectionAsync();
            await using var transacao = await aberta.BeginTransactionAsync();
            var setting = $"set local app.organizacao_id = '{atacante.Organizacao.Id}'; set local app.usuario_id = '{atacante.Pessoa.Id}';";
            await using (var contexto = new NpgsqlCommand(setting, aberta, transacao))
            {
                await contexto.ExecuteNonQueryAsync();
            }

            await using var comando = new NpgsqlCommand(sql, aberta, transacao);
            return await executar(comando);
        }
    }
}
