using Npgsql;
using NpgsqlTypes;

namespace CrmVoip.Limit;

/// <summary>What the board asks, as crm_app, behind the walls of the product's own tables.</summary>
public static class Sql
{
    private const string MainPipeline =
        "e.organizacao_id = $1 and e.funil_id = (select id from funis where organizacao_id = $1 order by ordem limit 1)";

    public const string Stages =
        $"""
        select e.id, e.nome, coalesce(t.quantidade, 0), coalesce(t.soma, 0)
        from etapas e
        left join (
            select etapa_id, sum(quantidade) as quantidade, sum(valor) as soma
            from contagens_do_funil where organizacao_id = $1 and situacao = 'aberta' group by etapa_id) t on t.etapa_id = e.id
        where {MainPipeline}
        order by e.ordem
        """;

    public const string Cards =
        $"""
        select e.id, o.id, o.titulo, o.valor, o.posicao, o.na_etapa_desde, o.responsavel_id, o.proximo_passo, o.proximo_passo_em,
            c.id, c.nome, c.empresa, c.telefone, u.inicio_em, u.status, u.direcao, u.resultado
        from etapas e
        cross join lateral (
            select * from oportunidades x
            where x.organizacao_id = $1 and x.etapa_id = e.id and x.situacao = 'aberta'
            order by x.posicao limit 50) o
        join contatos c on c.organizacao_id = $1 and c.id = o.contato_id
        left join lateral (
            select l.inicio_em, l.status, l.direcao, r.nome as resultado
            from ligacoes l left join resultados_de_ligacao r on r.organizacao_id = $1 and r.id = l.resultado_id
            where l.organizacao_id = $1 and l.oportunidade_id = o.id
              and l.substituida_por is null and l.causa_desligamento is distinct from 'microfone'
            order by l.inicio_em desc limit 1) u on true
        where {MainPipeline}
        order by e.ordem, o.posicao
        """;

    /// <summary>One row when the person is an active member.</summary>
    public static NpgsqlBatchCommand Member(Person person)
    {
        var command = Of("select papel from membros where organizacao_id = $1 and usuario_id = $2 and ativo", person);
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = person.Id });
        return command;
    }

    /// <summary>Lasts until the batch ends, which is one transaction.</summary>
    public static NpgsqlBatchCommand Tenant(Person person) => new("select set_config('app.organizacao_id', $1, true), set_config('app.usuario_id', $2, true)")
    {
        Parameters = { Text(person.Organization), Text(person.Id) },
    };

    public static NpgsqlBatchCommand Of(string sql, Person person) => new(sql)
    {
        Parameters = { new NpgsqlParameter<Guid> { TypedValue = person.Organization } },
    };

    private static NpgsqlParameter<string> Text(Guid id) => new() { TypedValue = id.ToString("D"), NpgsqlDbType = NpgsqlDbType.Text };
}
