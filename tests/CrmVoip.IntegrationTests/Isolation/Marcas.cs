using CrmVoip.IntegrationTests.Infra;

namespace CrmVoip.IntegrationTests.Isolation;

/// <summary>Writes an organization's mark into every text column of its rows, found in the catalogue.</summary>
public static class Marcas
{
    /// <summary>Texts that could not carry it without breaking what they are for.</summary>
    private static readonly string[] _intocaveis =
    [
        "audit_log.acao", "contatos.telefone", "convites.segredo_hash", "integracoes.access_token", "integracoes.base_url",
        "integracoes.token_final", "integracoes.turn_senha", "integracoes.webhook_segredo", "integracoes.wss_url",
        "ligacoes.gravacao_url", "ligacoes.numero_destino", "oportunidades.posicao", "ramais_voip_segredos.password_encrypted",
        "telefones_do_contato.numero",
    ];

    /// <summary>Texts that make their row another one: they keep what they say after the mark.</summary>
    private static readonly string[] _daChave = ["termos_de_busca.termo"];

    /// <summary>Text columns behind the wall that hold no enum and are not on the list of those left alone.</summary>
    private const string Colunas =
        """
        select c.table_name, c.column_name from information_schema.columns c
        join information_schema.columns o on o.table_schema = 'public' and o.table_name = c.table_name and o.column_name = 'organizacao_id'
        where c.table_schema = 'public' and c.data_type in ('text', 'character varying') and c.is_generated = 'NEVER'
          and not exists (
            select from pg_constraint k where k.contype = 'c' and k.conname = 'ck_' || c.table_name || '_' || c.column_name)
        order by 1, 2
        """;

    public static async Task<int> PlantarAsync(BancoDeTestes banco, Guid organizacaoId, string marca)
    {
        var colunas = await ColunasAsync(banco);
        var sql = colunas.Select(c => $"update {c.Tabela} set {c.Coluna} = '{marca}'{(_daChave.Contains($"{c.Tabela}.{c.Coluna}") ? $" || {c.Coluna}" : "")} where organizacao_id = '{organizacaoId}';");
        await banco.ExecutarAsync(SemTarefas(organizacaoId) + string.Concat(sql) + $"update organizacoes set nome = '{marca}' where id = '{organizacaoId}'");
        return colunas.Count;
    }

    public static async Task<List<(string Tabela, string Coluna)>> ColunasAsync(BancoDeTestes banco) =>
        [
            .. (await banco.LerAsync(Colunas))
                .Select(c => (Tabela: (string)c[0], Coluna: (string)c[1]))
                .Where(c => !_intocaveis.Contains($"{c.Tabela}.{c.Coluna}")),
        ];

    // The jobs are kept away from these rows: a hash must change by the test's doing alone.
    private static string SemTarefas(Guid organizacaoId) =>
        $"""
        update integracoes set gancho = 'completo', reconciliada_em = now() where organizacao_id = '{organizacaoId}';
        update ligacoes set conferir_em = null where organizacao_id = '{organizacaoId}';
        update eventos_do_provedor set processado_em = now() where organizacao_id = '{organizacaoId}';

        """;
}
