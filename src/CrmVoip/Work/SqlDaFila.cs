namespace CrmVoip.Work;

/// <summary>
/// The statements of crm_fila. A row is due when vence_em has passed; taken, vence_em is when the lease ends, so that what a
/// dead instance held is due again by itself.
/// </summary>
public static class SqlDaFila
{
    /// <summary>
    /// Whoever takes work does it alone for the moment, so that the limit of an organization holds over all instances. Ends
    /// with the implicit transaction of its batch: nothing of a session is used, a pooler may stand between.
    /// </summary>
    public const string Vez = "select pg_advisory_xact_lock(hashtextextended('trabalhos', 0))";

    public const string Agora = "select statement_timestamp()";

    /// <summary>Seconds until something is due; null when there is nothing. $1 kinds, $2 only this organization.</summary>
    public const string Proximo =
        """
        select extract(epoch from vence_em - statement_timestamp())::float8 from trabalhos
        where morto_em is null and tipo = any($1) and ($2::uuid is null or organizacao_id = $2)
        order by vence_em limit 1
        """;

    /// <summary>
    /// Takes for $1 the places $2 of a lane, of the kinds $3, at most $4 of an organization, for $5. All due rows of one line
    /// are taken as one. The organizations are found by hopping over the index from one to the next, so that what one has
    /// waiting costs the others nothing; whoever has least under way goes first, by lot among equals. $6 only this organization.
    /// </summary>
    public const string Tomar =
        """
        with recursive em_curso as materialized (
            select distinct organizacao_id, tipo, linha_id from trabalhos
            where arrendado_ate > statement_timestamp() and tipo = any($3)),
        ocupados as (
            select organizacao_id, count(*) as quantos from em_curso group by 1),
        donas as (
            (select organizacao_id from trabalhos
             where vence_em <= statement_timestamp() and morto_em is null and tipo = any($3) and ($6::uuid is null or organizacao_id = $6)
             order by organizacao_id limit 1)
            union all
            select (
                select t.organizacao_id from trabalhos t
                where t.organizacao_id > d.organizacao_id and t.vence_em <= statement_timestamp() and t.morto_em is null and t.tipo = any($3)
                order by t.organizacao_id limit 1)
            from donas d where d.organizacao_id is not null and $6::uuid is null),
        grupos as (
            select d.organizacao_id, j.tipo, j.linha_id, min(j.vence_em) as vence_em
            from donas d cross join lateral (
                select t.tipo, t.linha_id, t.vence_em from trabalhos t
                where t.organizacao_id = d.organizacao_id and t.vence_em <= statement_timestamp() and t.morto_em is null and t.tipo = any($3)
                  and (t.organizacao_id, t.tipo, t.linha_id) not in (select organizacao_id, tipo, linha_id from em_curso)
                order by t.vence_em limit 50) j
            group by 1, 2, 3),
        na_fila as (
            select g.*, coalesce(o.quantos, 0) + row_number() over (partition by g.organizacao_id order by g.vence_em) as lugar
            from grupos g left join ocupados o using (organizacao_id)),
        escolhidos as (
            select * from na_fila where lugar <= $4 order by lugar, random() limit $2),
        livres as (
            select t.organizacao_id, t.id from trabalhos t join escolhidos e using (organizacao_id, tipo, linha_id)
            where t.vence_em <= statement_timestamp() and t.morto_em is null
            for update of t skip locked)
        update trabalhos t
        set vence_em = statement_timestamp() + $5, arrendado_ate = statement_timestamp() + $5, arrendatario = $1, tentativas = t.tentativas + 1
        from livres l
        where t.organizacao_id = l.organizacao_id and t.id = l.id
        returning t.organizacao_id, t.tipo, t.linha_id, t.id, t.tentativas
        """;

    /// <summary>$1 organization, $2 rows, $3 who holds them: nobody else's are touched from here on.</summary>
    private const string Minhas = "organizacao_id = $1 and id = any($2) and arrendatario = $3";

    public const string Concluir = $"delete from trabalhos where {Minhas}";

    /// <summary>
    /// One row stays, due in $4; none when the same line has another due before that, which decides anew: so two rounds of the
    /// same periodic work become one.
    /// </summary>
    public const string Adiar =
        $"""
        with fica as (
            select (array_agg(id))[1] as id from trabalhos
            where {Minhas}
              and not exists (
                select from trabalhos o join trabalhos m on m.organizacao_id = $1 and m.id = $2[1]
                where o.organizacao_id = $1 and o.tipo = m.tipo and o.linha_id = m.linha_id and o.id <> all($2)
                  and o.morto_em is null and o.vence_em <= statement_timestamp() + $4)),
        saem as (
            delete from trabalhos where {Minhas} and id is distinct from (select id from fica))
        update trabalhos
        set vence_em = statement_timestamp() + $4, arrendado_ate = null, arrendatario = null, tentativas = 0, ultimo_erro = null
        where {Minhas} and id = (select id from fica)
        """;

    /// <summary>$4 what went wrong, in one word; $5 wait; $6 whether it is given up.</summary>
    public const string Falhar =
        $"""
        update trabalhos
        set vence_em = statement_timestamp() + $5, arrendado_ate = null, arrendatario = null, ultimo_erro = $4,
            morto_em = case when $6 then statement_timestamp() end
        where {Minhas}
        """;

    /// <summary>Not done, and not the fault of the work: this instance ends.</summary>
    public const string Devolver =
        $"""
        update trabalhos
        set vence_em = statement_timestamp(), arrendado_ate = null, arrendatario = null, tentativas = tentativas - 1
        where {Minhas}
        """;

    /// <summary>$1 the holders that are still at work, $2 for how long.</summary>
    public const string Renovar =
        """
        update trabalhos set vence_em = statement_timestamp() + $2, arrendado_ate = statement_timestamp() + $2
        where arrendado_ate is not null and arrendatario = any($1)
        """;

    public const string Situacao =
        """
        select tipo,
            count(*) filter (where morto_em is null and arrendado_ate is null and vence_em <= now()),
            count(*) filter (where morto_em is null and arrendado_ate is null and vence_em > now()),
            count(*) filter (where arrendado_ate is not null),
            count(*) filter (where morto_em is not null),
            coalesce(extract(epoch from now() - min(vence_em) filter (where morto_em is null and arrendado_ate is null)), 0)::float8
        from trabalhos group by tipo order by tipo
        """;

    /// <summary>
    /// What waits, over all organizations, each state by an index of its own: rows that are due much later, which grow with the
    /// organizations, are not looked at.
    /// </summary>
    public const string NaFila =
        """
        select tipo, estado, count(*), coalesce(max(atraso), 0)::float8
        from (
            (select tipo, 'vencido' as estado, extract(epoch from statement_timestamp() - vence_em) as atraso from trabalhos
             where morto_em is null and vence_em <= statement_timestamp() order by vence_em limit 50000)
            union all
            (select tipo, 'em_breve', 0 from trabalhos
             where morto_em is null and arrendado_ate is null
               and vence_em > statement_timestamp() and vence_em <= statement_timestamp() + interval '2 minutes' order by vence_em limit 50000)
            union all
            (select tipo, 'em_curso', 0 from trabalhos where arrendado_ate is not null and arrendado_ate > statement_timestamp() limit 50000)
            union all
            (select tipo, 'desistido', 0 from trabalhos where morto_em is not null limit 50000)) t
        group by tipo, estado
        """;

    public const string Mortos =
        """
        select organizacao_id, tipo, linha_id, tentativas, coalesce(ultimo_erro, ''), morto_em from trabalhos
        where morto_em is not null order by morto_em desc limit 100
        """;

    /// <summary>$1 how long ago, $2 how many.</summary>
    public const string Esquecer =
        """
        delete from trabalhos where morto_em is not null and (organizacao_id, id) in (
            select organizacao_id, id from trabalhos where morto_em < statement_timestamp() - $1 order by morto_em limit $2)
        """;

    public const string Reviver =
        "update trabalhos set vence_em = now(), morto_em = null, tentativas = 0 where morto_em is not null";
}
