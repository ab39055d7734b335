using System.Data.Common;
using CrmVoip.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace CrmVoip.Data;

/// <summary>
/// Rows that a job has to see to. Most organizations have none at most times, and opening a scope in each to find that out
/// costs a busy installation more than the work itself.
/// </summary>
public sealed class Pendencia
{
    private readonly string _linhas;
    private readonly object[] _valores;

    // A table and a condition of its rows; $1 is the organization, the values follow from $2 on.
    private Pendencia(string linhas, params object[] valores)
    {
        _linhas = linhas;
        _valores = valores;
    }

    public static Pendencia AvisosAte(DateTimeOffset agora) =>
        new("eventos_do_provedor where organizacao_id = $1 and processado_em is null and processar_em <= $2", agora);

    public static Pendencia LigacoesAConferirAte(DateTimeOffset agora) =>
        new("ligacoes where organizacao_id = $1 and conferir_em <= $2", agora);

    public static Pendencia ConexoesConferidasAte(DateTimeOffset limite) =>
        new($"{Conexao} and access_token is not null and (reconciliada_em is null or reconciliada_em <= $2)", limite);

    private static string Conexao =>
        $"integracoes where organizacao_id = $1 and plataforma = '{EnumEmTexto.Texto(PlataformaEnum.Api4com)}'";

    /// <summary>Which of these organizations have such rows. Each is asked behind its own walls, all in one round trip.</summary>
    public Task<List<Guid>> DeAsync(CrmDbContext db, IEnumerable<Guid> organizacoes, CancellationToken ct) => db.EmTransacaoAsync(
        async () =>
        {
            await using var lote = db.Database.GetDbConnection().CreateBatch();
            lote.Transaction = db.Database.CurrentTransaction!.GetDbTransaction();
            foreach (var organizacaoId in organizacoes)
            {
                Juntar(lote, $"set local app.organizacao_id = '{organizacaoId:D}'");
                Juntar(lote, $"select $1 where exists (select from {_linhas})", [organizacaoId, .. _valores]);
            }

            return await LerAsync(lote, ct);
        },
        ct);

    private static void Juntar(DbBatch lote, string sql, params object[] valores)
    {
        var comando = lote.CreateBatchCommand();
        comando.CommandText = sql;
        foreach (var valor in valores)
        {
            var parametro = comando.CreateParameter();
            parametro.Value = valor;
            comando.Parameters.Add(parametro);
        }

        lote.BatchCommands.Add(comando);
    }

    private static async Task<List<Guid>> LerAsync(DbBatch lote, CancellationToken ct)
    {
        var organizacoes = new List<Guid>();
        await using var leitor = await lote.ExecuteReaderAsync(ct);
        do
        {
            while (await leitor.ReadAsync(ct))
            {
                organizacoes.Add(leitor.GetGuid(0));
            }
        }
        while (await leitor.NextResultAsync(ct));

        return organizacoes;
    }
}
