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
            insert into ligacoes select (jsonb_populate_record(null::ligacoes, to_jsonb(l) || jsonb_build_object(
                'id', '{{id}}', 'status', 'em_andamento', 'numero_origem', '1001', 'fim_em', null, 'metadata', jsonb_build_object('modo', 'Dialer', 'discagem_pedida_em', now(), 'discagem_id', 'discagem')))).*
            from ligacoes l where organizacao_id = '{{c.Organizacao.Id}}' and id = '{{c.LigacaoId}}'
            """);
        return id;
    }
}
