using Npgsql;

namespace CrmVoip.Data;

/// <summary>What instances tell each other through PostgreSQL: said by any connection, heard by one that reaches PostgreSQL itself.</summary>
/// <param name="daAplicacao">Pooled, perhaps by pgbouncer: enough to tell.</param>
/// <param name="direta">Not through a pool in transaction mode, which would hear nothing and report nothing.</param>
public sealed class CanalDasInstancias(string daAplicacao, string direta)
{
    private const string Canal = "crm_novidades";

    /// <summary>Tells this instance's own hints from others'.</summary>
    public Guid Instancia { get; } = Guid.NewGuid();

    public async Task NotificarAsync(string[] mensagens, CancellationToken ct)
    {
        await using var conexao = new NpgsqlConnection(daAplicacao);
        await conexao.OpenAsync(ct);
        await using var comando = new NpgsqlCommand("select pg_notify($1, mensagem) from unnest($2) mensagem", conexao)
        {
            Parameters = { new() { Value = Canal }, new() { Value = mensagens } },
        };
        await comando.ExecuteNonQueryAsync(ct);
    }

    public async Task<NpgsqlConnection> EscutarAsync(CancellationToken ct)
    {
        // Its own for as long as it lives; asked every half minute whether it still does.
        var conexao = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(direta) { Pooling = false, KeepAlive = 30 }.ConnectionString);
        try
        {
            await conexao.OpenAsync(ct);
            await using var comando = new NpgsqlCommand($"listen {Canal}", conexao);
            await comando.ExecuteNonQueryAsync(ct);
            return conexao;
        }
        catch
        {
            await conexao.DisposeAsync();
            throw;
        }
    }
}
