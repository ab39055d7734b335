using CrmVoip.Domain;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.Data;

/// <summary>The one way to a deal whose tasks are changed, and to a task: the deal is held, for its next step is computed of all its open tasks.</summary>
public static class TarefasDasOportunidades
{
    /// <summary>The deal with its open tasks, held until the transaction ends; null when there is none.</summary>
    public static async Task<Oportunidade?> OportunidadeTravadaAsync(this CrmDbContext db, Guid id, CancellationToken ct)
    {
        await db.TravarOportunidadeAsync(id, ct);
        var oportunidade = await db.Oportunidades.Include(o => o.Tarefas.Where(t => t.ConcluidaEm == null)).SingleOrDefaultAsync(o => o.Id == id, ct);
        oportunidade?.PreencherTarefas();
        return oportunidade;
    }

    /// <summary>The task, and its deal where it is of one, held until the transaction ends; null when there is none.</summary>
    public static async Task<Tarefa?> TarefaTravadaAsync(this CrmDbContext db, Guid id, CancellationToken ct)
    {
        if (await db.Tarefas.Where(t => t.Id == id).Select(t => t.OportunidadeId).SingleOrDefaultAsync(ct) is { } oportunidadeId)
        {
            await db.OportunidadeTravadaAsync(oportunidadeId, ct);
        }

        await db.Database.ExecuteSqlAsync($"select 1 from tarefas where organizacao_id = {db.Organizacao.IdExigido} and id = {id} for update", ct);
        return await db.Tarefas.SingleOrDefaultAsync(t => t.Id == id, ct);
    }

    /// <summary>Makes the tasks of some deals of a version that knew next steps alone. Held until the transaction ends. What is closed follows when it is opened again.</summary>
    /// <returns>Whether there were any.</returns>
    public static async Task<bool> PreencherTarefasAsync(this CrmDbContext db, int quantas, CancellationToken ct)
    {
        var oportunidades = await db.Oportunidades
            .FromSql(
                $"""
                select *, xmin from oportunidades
                where organizacao_id = {db.Organizacao.IdExigido} and not tarefas_prontas and situacao = 'aberta' and (proximo_passo is not null or proximo_passo_em is not null)
                order by id limit {quantas} for update
                """)
            .ToListAsync(ct);
        oportunidades.ForEach(o => o.PreencherTarefas());
        await db.SaveChangesAsync(ct);
        db.ChangeTracker.Clear();
        return oportunidades.Count > 0;
    }

    /// <summary>Some are left of a version that knew next steps alone.</summary>
    public static Task<bool> FaltamTarefasAsync(this CrmDbContext db, CancellationToken ct) => db.Oportunidades.AnyAsync(
        o => !o.TarefasProntas && o.Situacao == SituacaoDaOportunidade.Aberta && (o.ProximoPasso != null || o.ProximoPassoEm != null), ct);
}
