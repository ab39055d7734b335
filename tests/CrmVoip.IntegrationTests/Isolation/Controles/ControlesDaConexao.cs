namespace CrmVoip.IntegrationTests.Isolation.Controles;

public sealed class ControlesDaConexao : IControles
{
    public IEnumerable<Controle> Todos =>
    [
        Controle.De("POST /conexoes/api4com/testar"),
        Controle.De("POST /conexoes/api4com/desconectar"),
        Controle.De("POST /ligacoes/{id:guid}/discar").Com(async c => await PeloDiscadorAsync(c)),
        Controle.De("POST /ligacoes/{id:guid}/desligar").Com(c => c.LigacaoId),
    ];

    // A call the provider is already dialling: no ramal is on the line here for it to ring.
    private static async Task<object> PeloDiscadorAsync(Cenario c)
    {
        var id = Guid.NewGuid();
        await c.App.Banco.ExecutarAsync(
            $$"""
            insert into ligacoes (organizacao_id, id, usuario_id, numero_origem, numero_destino, direcao, status, origem_status, duracao_segundos, inicio_em,
                notas_versao, provedor_ids, metadata, ultimo_sinal_em, conferencias, modo_de_discagem, discagem_pedida_em, discagem_id)
            select organizacao_id, '{{id}}', usuario_id, '1001', numero_destino, direcao, 'em_andamento', origem_status, 0, inicio_em,
                notas_versao, '{}', '{}', ultimo_sinal_em, 0, 'dialer', now(), 'discagem'
            from ligacoes l where organizacao_id = '{{c.Organizacao.Id}}' and id = '{{c.LigacaoId}}'
            """);
        return id;
    }
}
