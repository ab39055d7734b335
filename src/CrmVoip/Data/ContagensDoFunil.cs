using Microsoft.EntityFrameworkCore;

namespace CrmVoip.Data;

/// <summary>
/// Fewer rows with the same sum, and the sum anew. One of the two at a time in an organization: what one deletes while the other
/// waits for it would come back beside what the other writes. Who moves a deal waits for neither.
/// </summary>
public static class ContagensDoFunil
{
    public static async Task DobrarContagensAsync(this CrmDbContext db, CancellationToken ct)
    {
        var organizacao = db.Organizacao.IdExigido;
        await db.TravarContagensAsync(organizacao, ct);
        await db.Database.ExecuteSqlAsync(
            $"""
            with dobram as (
                select etapa_id, situacao, responsavel_id from contagens_do_funil where organizacao_id = {organizacao}
                group by 1, 2, 3 having count(*) > 1 or sum(quantidade) = 0 and sum(valor) = 0),
            saem as (
                delete from contagens_do_funil c using dobram d
                where c.organizacao_id = {organizacao}
                  and c.etapa_id = d.etapa_id and c.situacao = d.situacao and c.responsavel_id = d.responsavel_id
                returning c.etapa_id, c.situacao, c.responsavel_id, c.quantidade, c.valor)
            insert into contagens_do_funil (organizacao_id, id, etapa_id, situacao, responsavel_id, quantidade, valor)
            select {organizacao}, gen_random_uuid(), etapa_id, situacao, responsavel_id, sum(quantidade), sum(valor) from saem
            group by 3, 4, 5 having sum(quantidade) <> 0 or sum(valor) <> 0
            """,
            ct);
    }

    /// <summary>One statement sees the deals and the changes told of them as of one moment: whoever moves one meanwhile is in both or in neither.</summary>
    public static async Task RecontarFunilAsync(this CrmDbContext db, CancellationToken ct)
    {
        var organizacao = db.Organizacao.IdExigido;
        await db.TravarContagensAsync(organizacao, ct);
        await db.Database.ExecuteSqlAsync(
            $"""
            with saem as (delete from contagens_do_funil where organizacao_id = {organizacao})
            insert into contagens_do_funil (organizacao_id, id, etapa_id, situacao, responsavel_id, quantidade, valor)
            select {organizacao}, gen_random_uuid(), etapa_id, situacao, responsavel_id, count(*), sum(valor)
            from oportunidades where organizacao_id = {organizacao} group by 3, 4, 5
            """,
            ct);
        await db.Funis.ExecuteUpdateAsync(f => f.SetProperty(x => x.Contado, true), ct);
    }

    // Alone first: a statement sees what stood when it began, and the lock is what it waits for.
    private static Task<int> TravarContagensAsync(this CrmDbContext db, Guid organizacao, CancellationToken ct) =>
        db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtextextended('contagens ' || {organizacao}::text, 0))", ct);
}
