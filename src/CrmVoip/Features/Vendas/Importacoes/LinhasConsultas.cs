using CrmVoip.Data;
using CrmVoip.Domain.Importacoes;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.Features.Vendas.Importacoes;

public static class LinhasConsultas
{
    public static IQueryable<LinhaDaImportacao> LinhasDe(this CrmDbContext db, Importacao importacao) =>
        db.LinhasDaImportacao.Where(l => l.ImportacaoId == importacao.Id);

    /// <summary>The import, held until the transaction ends; null when it is gone.</summary>
    public static async Task<Importacao?> ImportacaoTravadaAsync(this CrmDbContext db, Guid id, CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        await db.TravarImportacaoAsync(id, ct);
        return await db.Importacoes.SingleOrDefaultAsync(i => i.Id == id, ct);
    }

    /// <summary>Null also when it is in another phase.</summary>
    public static async Task<Importacao?> ImportacaoTravadaAsync(this CrmDbContext db, Guid id, EstadoDaImportacao estado, CancellationToken ct) =>
        await db.ImportacaoTravadaAsync(id, ct) is { } importacao && importacao.Estado == estado ? importacao : null;

    /// <summary>The next rows that were not dealt with, in their order.</summary>
    public static Task<List<LinhaDaImportacao>> ProximasLinhasAsync(this CrmDbContext db, Importacao importacao, int quantas, CancellationToken ct)
    {
        var depois = Math.Max(importacao.Feitas, importacao.PrimeiraDeDados - 1);
        return db.LinhasDe(importacao).Where(l => l.Numero > depois).OrderBy(l => l.Numero).Take(quantas).ToListAsync(ct);
    }
}
