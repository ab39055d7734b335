using CrmVoip.Domain;
using CrmVoip.IntegrationTests.Features.Vendas.Oportunidades;
using CrmVoip.IntegrationTests.Infra;
using CrmVoip.IntegrationTests.Isolation;

namespace CrmVoip.IntegrationTests.Planos;

/// <summary>A thousand small organizations beside the one that is looked at: all that one of them has, in every table that organizations share.</summary>
public static class OrganizacoesVizinhas
{
    public const int Quantas = 1_000;

    public static async Task FazerAsync(AplicacaoFixture app)
    {
        var organizacao = await app.CriarOrganizacaoAsync();
        await organizacao.ConectarAsync();
        var bia = await organizacao.PessoaAsync(Papel.Administrador);
        await bia.ComRamalAsync();
        await FunilDeTeste.CriarAsync(bia, 3);

        // Without the foreign keys and the triggers: the copies are for the planner's statistics, nobody asks for them.
        await app.Banco.ExecutarAsync(
            $$"""
            do $$
            declare tabela record;
            begin
                set local session_replication_role = replica;
                for tabela in
                    select c.oid::regclass nome, string_agg(quote_ident(a.attname), ', ') filter (where a.attgenerated = '') colunas,
                        case when bool_or(a.attname = 'id' and a.atttypid = 'uuid'::regtype) then $s$jsonb_build_object('id', md5(t.id::text || n)::uuid)$s$ else $s$'{}'::jsonb$s$ end outras
                    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
                    where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace
                    group by c.oid having bool_or(a.attname = 'organizacao_id')
                loop
                    execute format($s$
                        insert into %1$s (%2$s) select %2$s from (select (linha).* from (
                            select jsonb_populate_record(null::%1$s, to_jsonb(t) || jsonb_build_object('organizacao_id', md5('v' || n)::uuid) || %3$s) linha
                            from %1$s t, generate_series(1, {{Quantas}}) n where t.organizacao_id = '{{organizacao.Id}}' offset 0) copias) linhas
                        on conflict do nothing $s$, tabela.nome, tabela.colunas, tabela.outras);
                end loop;
                insert into organizacoes select (linha).* from (
                    select jsonb_populate_record(null::organizacoes, to_jsonb(o) || jsonb_build_object('id', md5('v' || n)::uuid, 'slug', 'vizinha' || n)) linha
                    from organizacoes o, generate_series(1, {{Quantas}}) n where o.id = '{{organizacao.Id}}' offset 0) copias;
            end $$
            """);
    }
}
