using Microsoft.EntityFrameworkCore;

namespace CrmVoip.Data;

/// <summary>Row locks, held to the end of the transaction.</summary>
public static class Travas
{
    public static Task TravarPessoaAsync(this CrmDbContext db, Guid usuarioId, CancellationToken ct) =>
        db.Database.ExecuteSqlAsync(
            $"select 1 from membros where organizacao_id = {db.Organizacao.IdExigido} and usuario_id = {usuarioId} for update",
            ct);

    public static Task TravarLigacaoAsync(this CrmDbContext db, Guid ligacaoId, CancellationToken ct) =>
        db.Database.ExecuteSqlAsync(
            $"select 1 from ligacoes where organizacao_id = {db.Organizacao.IdExigido} and id = {ligacaoId} for update",
            ct);

    public static Task TravarOportunidadeAsync(this CrmDbContext db, Guid oportunidadeId, CancellationToken ct) =>
        db.Database.ExecuteSqlAsync(
            $"select 1 from oportunidades where organizacao_id = {db.Organizacao.IdExigido} and id = {oportunidadeId} for update",
            ct);
}
