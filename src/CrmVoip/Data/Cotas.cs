using Microsoft.EntityFrameworkCore;

namespace CrmVoip.Data;

/// <summary>
/// What may be done so many times, counted in the database: all instances share the count, and of two at once at the limit one is
/// refused. Days are those of Brasília, which has no summer time, by the clock of the database.
/// </summary>
public static class Cotas
{
    /// <summary>False when the day's are spent. Days that are over are forgotten on the way.</summary>
    public static async Task<bool> GastarHojeAsync(this ContasDbContext db, string chave, int limite, CancellationToken ct) =>
        await db.Database.ExecuteSqlAsync(
            $"""
            with velhas as (delete from cotas_do_dia where dia < (statement_timestamp() at time zone 'UTC' - interval '3 hours')::date)
            insert into cotas_do_dia (dia, chave, quantas) values ((statement_timestamp() at time zone 'UTC' - interval '3 hours')::date, {chave}, 1)
            on conflict (dia, chave) do update set quantas = cotas_do_dia.quantas + 1 where cotas_do_dia.quantas < {limite}
            """,
            ct) > 0;

    /// <summary>False when they are spent for ever.</summary>
    public static async Task<bool> GastarAsync(this ContasDbContext db, string chave, int limite, CancellationToken ct) =>
        await db.Database.ExecuteSqlAsync(
            $"""
            insert into cotas_do_dia (dia, chave, quantas) values ('infinity', {chave}, 1)
            on conflict (dia, chave) do update set quantas = cotas_do_dia.quantas + 1 where cotas_do_dia.quantas < {limite}
            """,
            ct) > 0;

    /// <summary>What was not done after all does not count.</summary>
    public static Task DevolverAsync(this ContasDbContext db, string chave, CancellationToken ct) =>
        db.Database.ExecuteSqlAsync(
            $"""
            update cotas_do_dia set quantas = quantas - 1
            where chave = {chave} and quantas > 0 and dia in ((statement_timestamp() at time zone 'UTC' - interval '3 hours')::date, 'infinity')
            """,
            ct);
}
