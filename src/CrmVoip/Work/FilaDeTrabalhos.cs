using Npgsql;

namespace CrmVoip.Work;

/// <summary>Work this instance holds: one line of one organization, with every row of it that was due.</summary>
public sealed record TrabalhoTomado(Guid OrganizacaoId, string Tipo, Guid LinhaId, Guid[] Ids, int Tentativa, Guid Arrendatario);

/// <summary>Places of a lane.</summary>
public sealed record Vagas(string[] Tipos, int Quantas);

/// <summary>How much of a kind there is, and how late the oldest that nobody has begun.</summary>
public sealed record SituacaoDoTipo(string Tipo, long Vencidos, long Futuros, long EmCurso, long Mortos, TimeSpan Atraso);

/// <summary>How much of a kind is in a state, and by how many seconds the oldest is late.</summary>
public sealed record NaFila(string Tipo, string Estado, long Quantos, double Atraso)
{
    public const string Vencido = "vencido";

    public static string[] Estados { get; } = [Vencido, "em_breve", "em_curso", "desistido"];
}

public sealed record TrabalhoMorto(Guid OrganizacaoId, string Tipo, Guid LinhaId, int Tentativas, string Motivo, DateTimeOffset Em);

/// <summary>
/// The table of work over all organizations, as crm_fila, which may do nothing else: it knows whose work is due and what it is
/// called, and not a word that anybody typed.
/// </summary>
public sealed class FilaDeTrabalhos(NpgsqlDataSource fonte, int porOrganizacao, TimeSpan arrendamento) : IAsyncDisposable
{
    private const int Leituras = 3;

    public ValueTask DisposeAsync() => fonte.DisposeAsync();

    /// <summary>How long until something of these kinds is due; null when there is none.</summary>
    public async Task<TimeSpan?> ProximoAsync(string[] tipos, Guid? so, CancellationToken ct) =>
        await LerUmAsync(SqlDaFila.Proximo, [tipos, (object?)so ?? DBNull.Value], ct) is double segundos ? TimeSpan.FromSeconds(segundos) : null;

    /// <summary>What time it is for the database.</summary>
    public async Task<DateTimeOffset> AgoraAsync(CancellationToken ct) => new((DateTime)(await LerUmAsync(SqlDaFila.Agora, [], ct))!, TimeSpan.Zero);

    public async Task<IReadOnlyList<TrabalhoTomado>> TomarAsync(IEnumerable<Vagas> vagas, Guid? so, CancellationToken ct)
    {
        var arrendatario = Guid.CreateVersion7();
        await using var lote = fonte.CreateBatch();
        lote.BatchCommands.Add(new NpgsqlBatchCommand(SqlDaFila.Vez));
        foreach (var (tipos, quantas) in vagas.Where(v => v.Quantas > 0))
        {
            var comando = new NpgsqlBatchCommand(SqlDaFila.Tomar);
            Valores(comando.Parameters, arrendatario, quantas, tipos, porOrganizacao, arrendamento, (object?)so ?? DBNull.Value);
            lote.BatchCommands.Add(comando);
        }

        await using var leitor = await lote.ExecuteReaderAsync(ct);
        return await LerAsync(leitor, arrendatario, ct);
    }

    /// <returns>False when it is no longer ours: the lease ended and somebody else has it.</returns>
    public Task<bool> ConcluirAsync(TrabalhoTomado trabalho, CancellationToken ct) => MudarAsync(SqlDaFila.Concluir, trabalho, ct);

    public Task<bool> AdiarAsync(TrabalhoTomado trabalho, TimeSpan espera, CancellationToken ct) =>
        MudarAsync(SqlDaFila.Adiar, trabalho, ct, espera);

    public Task<bool> FalharAsync(TrabalhoTomado trabalho, string motivo, TimeSpan espera, bool desistir, CancellationToken ct) =>
        MudarAsync(SqlDaFila.Falhar, trabalho, ct, motivo, espera, desistir);

    public Task<bool> DevolverAsync(TrabalhoTomado trabalho, CancellationToken ct) => MudarAsync(SqlDaFila.Devolver, trabalho, ct);

    public async Task RenovarAsync(Guid[] arrendatarios, CancellationToken ct)
    {
        await using var comando = fonte.CreateCommand(SqlDaFila.Renovar);
        Valores(comando.Parameters, arrendatarios, arrendamento);
        await comando.ExecuteNonQueryAsync(ct);
    }

    public Task<List<SituacaoDoTipo>> SituacaoAsync(CancellationToken ct) => ListarAsync(
        SqlDaFila.Situacao,
        l => new SituacaoDoTipo(l.GetString(0), l.GetInt64(1), l.GetInt64(2), l.GetInt64(3), l.GetInt64(4), TimeSpan.FromSeconds(l.GetDouble(5))),
        ct);

    /// <summary>Not asynchronous: whoever reads metrics cannot wait otherwise.</summary>
    public IReadOnlyList<NaFila> Contar()
    {
        using var comando = fonte.CreateCommand(SqlDaFila.NaFila);
        comando.CommandTimeout = 5;
        using var leitor = comando.ExecuteReader();
        var linhas = new List<NaFila>();
        while (leitor.Read())
        {
            linhas.Add(new NaFila(leitor.GetString(0), leitor.GetString(1), leitor.GetInt64(2), leitor.GetDouble(3)));
        }

        return linhas;
    }

    /// <summary>The latest hundred that were given up.</summary>
    public Task<List<TrabalhoMorto>> MortosAsync(CancellationToken ct) => ListarAsync(
        SqlDaFila.Mortos,
        l => new TrabalhoMorto(l.GetGuid(0), l.GetString(1), l.GetGuid(2), l.GetInt32(3), l.GetString(4), l.GetFieldValue<DateTimeOffset>(5)),
        ct);

    public async Task<int> ReviverAsync(CancellationToken ct)
    {
        await using var comando = fonte.CreateCommand(SqlDaFila.Reviver);
        return await comando.ExecuteNonQueryAsync(ct);
    }

    /// <summary>Forgets some of what was given up longer ago: how many.</summary>
    public async Task<int> EsquecerAsync(TimeSpan idade, int quantos, CancellationToken ct)
    {
        await using var comando = fonte.CreateCommand(SqlDaFila.Esquecer);
        Valores(comando.Parameters, idade, quantos);
        return await comando.ExecuteNonQueryAsync(ct);
    }

    // Reading changes nothing, so it may be asked again: after a restart of the database the pool holds dead connections.
    private async Task<object?> LerUmAsync(string sql, object[] valores, CancellationToken ct)
    {
        for (var vez = 1; ; vez++)
        {
            try
            {
                await using var comando = fonte.CreateCommand(sql);
                Valores(comando.Parameters, valores);
                return await comando.ExecuteScalarAsync(ct);
            }
            catch (NpgsqlException erro) when (vez < Leituras && erro.InnerException is not TimeoutException)
            {
                fonte.Clear();
            }
        }
    }

    private async Task<List<T>> ListarAsync<T>(string sql, Func<NpgsqlDataReader, T> ler, CancellationToken ct)
    {
        await using var comando = fonte.CreateCommand(sql);
        await using var leitor = await comando.ExecuteReaderAsync(ct);
        var linhas = new List<T>();
        while (await leitor.ReadAsync(ct))
        {
            linhas.Add(ler(leitor));
        }

        return linhas;
    }

    private async Task<bool> MudarAsync(string sql, TrabalhoTomado trabalho, CancellationToken ct, params object[] outros)
    {
        await using var comando = fonte.CreateCommand(sql);
        Valores(comando.Parameters, [trabalho.OrganizacaoId, trabalho.Ids, trabalho.Arrendatario, .. outros]);
        return await comando.ExecuteNonQueryAsync(ct) > 0;
    }

    private static async Task<IReadOnlyList<TrabalhoTomado>> LerAsync(NpgsqlDataReader leitor, Guid arrendatario, CancellationToken ct)
    {
        var linhas = new List<(Guid Organizacao, string Tipo, Guid Linha, Guid Id, int Tentativas)>();
        while (await leitor.NextResultAsync(ct))
        {
            while (await leitor.ReadAsync(ct))
            {
                linhas.Add((leitor.GetGuid(0), leitor.GetString(1), leitor.GetGuid(2), leitor.GetGuid(3), leitor.GetInt32(4)));
            }
        }

        return
        [
            .. linhas
                .GroupBy(l => (l.Organizacao, l.Tipo, l.Linha))
                .Select(g => new TrabalhoTomado(
                    g.Key.Organizacao, g.Key.Tipo, g.Key.Linha, [.. g.Select(l => l.Id)], g.Max(l => l.Tentativas), arrendatario)),
        ];
    }

    private static void Valores(NpgsqlParameterCollection parametros, params object[] valores)
    {
        foreach (var valor in valores)
        {
            parametros.Add(new NpgsqlParameter { Value = valor });
        }
    }
}
