using CrmVoip.IntegrationTests.Isolation;

namespace CrmVoip.IntegrationTests.Infra;

/// <summary>Calls of one person on fifty ramais, one a minute back from half an hour ago, each with the record the provider has of it.</summary>
public static class MuitasLigacoes
{
    /// <param name="banco">Where.</param>
    /// <param name="organizacao">Whose.</param>
    /// <param name="pessoa">Who called.</param>
    /// <param name="quantas">How many.</param>
    /// <param name="oportunidade">SQL over i, the number of the call: of which deal.</param>
    /// <param name="contato">SQL over i: of which contact.</param>
    public static async Task FazerAsync(
        BancoDeTestes banco, Guid organizacao, Guid pessoa, int quantas, string oportunidade = "null::uuid", string contato = "null::uuid")
    {
        await banco.ExecutarAsync(
            $$"""
            insert into ligacoes (organizacao_id, id, usuario_id, numero_destino, numero_origem, sip_domain, direcao, status, origem_status, duracao_segundos, inicio_em,
                notas_versao, provedor_ids, metadata, ultimo_sinal_em, conferencias, criado_em, oportunidade_id, contato_id)
            select '{{organizacao}}', gen_random_uuid(), '{{pessoa}}', '+5511960000001', (1000 + i % 50)::text, '{{SimuladorDeTeste.Dominio}}', 'saida', 'nao_atendida', 'webhook', 0,
                now() - i * interval '1 minute', 0, array[]::text[], '{}', now() - i * interval '1 minute', 0, now() - i * interval '1 minute', {{oportunidade}}, {{contato}}
            from generate_series(30, {{quantas + 30}}) i
            """);
        await banco.ExecutarAsync(
            $$"""
            insert into registros_do_provedor (organizacao_id, id, sip_domain, direcao, ramal, contraparte, inicio_em, comeco_em, fim_em, atendida, tem_gravacao, recebido_em, fim_recebido_em,
                ligacao_id, motivo, vinculado_em, adiantado_ms, correcao_ms, candidatas)
            select organizacao_id, gen_random_uuid(), sip_domain, 'saida', numero_origem, '011960000001', inicio_em, inicio_em, inicio_em, 'nao', false, inicio_em, inicio_em, id, 'ordem', inicio_em, 0, 0, array[]::uuid[]
            from ligacoes where organizacao_id = '{{organizacao}}'
            """);
        await banco.ExecutarAsync("analyze ligacoes");
        await banco.ExecutarAsync("analyze registros_do_provedor");
    }
}
