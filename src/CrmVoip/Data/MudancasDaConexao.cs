using CrmVoip.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace CrmVoip.Data;

/// <summary>
/// Tells every instance that what pages show of an organization's connection has changed, in the transaction that changes it:
/// with the next page each asks again.
/// </summary>
internal static class MudancasDaConexao
{
    public static bool MudouConexao(this ChangeTracker mudancas) => mudancas.Entries<Integracao>().Any(e =>
        e.State == EntityState.Added
        || (e.State == EntityState.Modified && (e.Property(i => i.WssUrl).IsModified || e.Property(i => i.ErroDesde).IsModified)));

    public static Task<int> ContarDaConexaoAsync(this CrmDbContext db, CancellationToken ct) => db.Database.ExecuteSqlAsync(
        $"update membros set conexao_mudou_em = clock_timestamp() where organizacao_id = {db.Organizacao.IdExigido}", ct);
}
