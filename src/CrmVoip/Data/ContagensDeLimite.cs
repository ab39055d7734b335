using Microsoft.EntityFrameworkCore;

namespace CrmVoip.Data;

/// <summary>Counts of what all instances limit together. Of no organization: whoever signs in has none yet.</summary>
public static class ContagensDeLimite
{
    /// <summary>
    /// Counts once more, by the clock of the database. Whoever counts removes some that are over, so that there are never many
    /// more than were counted lately.
    /// </summary>
    public static async Task<ContagemAtual> ContarAsync(this ContasDbContext db, string chave, TimeSpan janela, CancellationToken ct) =>
        (await db.Database.SqlQuery<ContagemAtual>(
            $"""
            with velhas as (
                delete from contagens_de_limite where chave <> {chave} and chave in (
                    select chave from contagens_de_limite where termina_em < now() - interval '1 hour' order by termina_em limit 10 for update skip locked))
            insert into contagens_de_limite as c (chave, vezes, termina_em) values ({chave}, 1, now() + {janela})
            on conflict (chave) do update set
                vezes = case when c.termina_em <= now() then 1 else c.vezes + 1 end,
                termina_em = case when c.termina_em <= now() then excluded.termina_em else c.termina_em end
            returning vezes, termina_em - now() as resta
            """).ToListAsync(ct)).Single();
}

/// <summary>With this time; Resta is to the end of the window.</summary>
public sealed record ContagemAtual(int Vezes, TimeSpan Resta);
