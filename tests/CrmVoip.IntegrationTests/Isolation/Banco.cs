using CrmVoip.IntegrationTests.Infra;
using Npgsql;

namespace CrmVoip.IntegrationTests.Isolation;

/// <summary>The database as its superuser sees it, past every wall: the witness of these tests.</summary>
public static class Banco
{
    private const string Tabelas =
        """
        select c.relname from pg_class c
        join pg_attribute a on a.attrelid = c.oid and a.attname = 'organizacao_id' and not a.attisdropped
        where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') order by 1
        """;

    /// <summary>What the application writes and cannot read, not even of its own organization.</summary>
    public static IReadOnlyList<string> NaoLidas { get; } = ["trabalhos"];

    public static async Task<List<string>> TabelasDaOrganizacaoAsync(this BancoDeTestes banco) =>
        [.. (await banco.LerAsync(Tabelas)).Select(t => (string)t[0])];

    /// <summary>One hash per table over all rows of an organization.</summary>
    public static async Task<SortedDictionary<string, string>> ImpressaoAsync(this BancoDeTestes banco, Guid organizacaoId)
    {
        var partes = (await banco.TabelasDaOrganizacaoAsync()).Select(t => (Tabela: t, Coluna: "organizacao_id")).Append((Tabela: "organizacoes", Coluna: "id")).Select(t =>
            $"""
            select '{t.Tabela}', count(*) || ' ' || coalesce(md5(string_agg(t::text, '' order by t::text)), '')
            from {t.Tabela} t where {t.Coluna} = '{organizacaoId}'
            """);
        return new SortedDictionary<string, string>(
            (await banco.LerAsync(string.Join(" union all ", partes))).ToDictionary(l => (string)l[0], l => (string)l[1]), StringComparer.Ordinal);
    }

    /// <summary>
    /// Every "table.column" of uuid in which a row of one organization names something of another. What merely repeats an id
    /// of the own organization, which its browser may have chosen, is read back in that organization's scope alone.
    /// </summary>
    public static async Task<List<string>> LigadosAsync(this BancoDeTestes banco, Guid de, Guid a)
    {
        var colunas = await banco.LerAsync(
            """
            select table_name, column_name from information_schema.columns
            where table_schema = 'public' and udt_name = 'uuid' and column_name not in ('organizacao_id', 'id', 'entidade_id', 'linha_id')
              and table_name in (select table_name from information_schema.columns where table_schema = 'public' and column_name = 'organizacao_id')
            """);
        var chaves = string.Join(" union ", (await banco.TabelasDaOrganizacaoAsync())
            .Select(t => $"select {(t == "membros" ? "usuario_id" : "id")} from {t} where organizacao_id = '{a}'"));
        var ligados = new List<string>();
        foreach (var coluna in colunas)
        {
            var achados = await banco.LerAsync($"select 1 from {coluna[0]} where organizacao_id = '{de}' and {coluna[1]} in ({chaves})");
            if (achados.Count > 0)
            {
                ligados.Add($"{coluna[0]}.{coluna[1]}");
            }
        }

        return ligados;
    }

    public static async Task<List<object[]>> LerAsync(this BancoDeTestes banco, string sql)
    {
        await using var conexao = new NpgsqlConnection(banco.Superusuario);
        await conexao.OpenAsync();
        await using var comando = new NpgsqlCommand(sql, conexao);
        await using var leitor = await comando.ExecuteReaderAsync();
        var linhas = new List<object[]>();
        while (await leitor.ReadAsync())
        {
            var linha = new object[leitor.FieldCount];
            leitor.GetValues(linha);
            linhas.Add(linha);
        }

        return linhas;
    }

    public static async Task<int> ExecutarAsync(this BancoDeTestes banco, string sql)
    {
        await using var conexao = new NpgsqlConnection(banco.Superusuario);
        await conexao.OpenAsync();
        await using var comando = new NpgsqlCommand(sql, conexao);
        return await comando.ExecuteNonQueryAsync();
    }
}
