using Npgsql;

namespace CrmVoip.E2ETests.Infra;

public sealed record LinhaDaLigacao(
    Guid Id, string Status, string OrigemStatus, string NumeroDestino, string NumeroOrigem, int Duracao,
    DateTime InicioEm, DateTime? AtendidaEm, DateTime? FimEm, string? Notas, string? Resultado, string? GravacaoUrl,
    string? Causa, string Metadata, string[] ProvedorIds)
{
    public bool Terminada => Status != "em_andamento";

    public bool Conciliada => OrigemStatus is "webhook" or "reconciliacao";
}

/// <summary>Looks at the rows as the superuser, past all walls.</summary>
public sealed class ConsultasAoBanco(string conexao) : IAsyncDisposable
{
    private readonly NpgsqlDataSource _fonte = NpgsqlDataSource.Create(conexao);

    public async Task<LinhaDaLigacao[]> LigacoesAsync(string email, DateTimeOffset desde)
    {
        await using var comando = _fonte.CreateCommand(
            """
            select l.id, l.status, l.origem_status, l.numero_destino, l.numero_origem, l.duracao_segundos,
                   l.inicio_em, l.atendida_em, l.fim_em, l.notas, r.nome, l.gravacao_url, l.causa_desligamento, l.metadata::text, l.provedor_ids
            from ligacoes l
            join membros m on m.organizacao_id = l.organizacao_id and m.usuario_id = l.usuario_id
            left join resultados_de_ligacao r on r.organizacao_id = l.organizacao_id and r.id = l.resultado_id
            where m.email = $1 and l.criado_em >= $2
            """);
        comando.Parameters.AddWithValue(email);
        comando.Parameters.AddWithValue(desde.UtcDateTime);
        await using var leitor = await comando.ExecuteReaderAsync();
        var linhas = new List<LinhaDaLigacao>();
        while (await leitor.ReadAsync())
        {
            linhas.Add(Linha(leitor));
        }

        return [.. linhas];
    }

    /// <summary>The one row of that person since then, once it says what is expected.</summary>
    public async Task<LinhaDaLigacao> UnicaAsync(
        string email, DateTimeOffset desde, string oQue, Func<LinhaDaLigacao, bool> vale, TimeSpan? limite = null)
    {
        var linhas = await Espera.AteAsync(
            oQue, async () => new Linhas(await LigacoesAsync(email, desde)), l => l.Itens.Length > 0 && l.Itens.All(vale), limite);
        return Assert.Single(linhas.Itens);
    }

    /// <summary>One value, of what has no record of its own here.</summary>
    public async Task<T> ValorAsync<T>(string sql, params object[] parametros)
    {
        await using var comando = _fonte.CreateCommand(sql);
        foreach (var parametro in parametros)
        {
            comando.Parameters.AddWithValue(parametro);
        }

        return (T)(await comando.ExecuteScalarAsync())!;
    }

    public ValueTask DisposeAsync() => _fonte.DisposeAsync();

    private static LinhaDaLigacao Linha(NpgsqlDataReader linha) => new(
        linha.GetGuid(0), linha.GetString(1), linha.GetString(2), linha.GetString(3), linha.GetString(4), linha.GetInt32(5),
        linha.GetDateTime(6), Valor<DateTime>(linha, 7), Valor<DateTime>(linha, 8), linha[9] as string, linha[10] as string,
        linha[11] as string, linha[12] as string, linha.GetString(13), linha.GetFieldValue<string[]>(14));

    private static T? Valor<T>(NpgsqlDataReader linha, int coluna)
        where T : struct => linha.IsDBNull(coluna) ? null : linha.GetFieldValue<T>(coluna);

    private sealed record Linhas(LinhaDaLigacao[] Itens)
    {
        public override string ToString() => string.Join<LinhaDaLigacao>("; ", Itens);
    }
}
