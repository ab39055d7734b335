namespace CrmVoip.IntegrationTests.Isolation.Controles;

public sealed class ControlesDosFunis : IControles
{
    public IEnumerable<Controle> Todos =>
    [
        Controle.De("GET /configuracoes"),
        Controle.De("GET /configuracoes/etapas/criar"),
        Controle.De("POST /configuracoes/etapas/criar").Form(_ => [("Nome", $"Visita {Guid.NewGuid():N}")]),
        Controle.De("GET /configuracoes/etapas/{id:guid}").Com(c => c.Oportunidade.EtapaId),
        Controle.De("POST /configuracoes/etapas/{id:guid}").Com(c => c.Oportunidade.EtapaId).Form(_ => [("Nome", "Primeiro contato")]),
        Controle.De("POST /configuracoes/etapas/{id:guid}/subir").Com(c => c.Oportunidade.EtapaId).Form(_ => []),
        Controle.De("POST /configuracoes/etapas/{id:guid}/descer").Com(c => c.Oportunidade.EtapaId).Form(_ => []),
        Controle.De("GET /configuracoes/etapas/{id:guid}/arquivar").Com(c => c.Oportunidade.EtapaId),
        Controle.De("POST /configuracoes/etapas/{id:guid}/arquivar").Com(c => c.OutraEtapaAsync()).Form(c => [("Destino", $"{c.Oportunidade.EtapaId}")]),
        Controle.De("GET /configuracoes/motivos/criar"),
        Controle.De("POST /configuracoes/motivos/criar").Form(_ => [("Nome", $"Prazo {Guid.NewGuid():N}")]),
        Controle.De("GET /configuracoes/motivos/{id:guid}").Com(c => c.MotivoId),
        Controle.De("POST /configuracoes/motivos/{id:guid}").Com(c => c.MotivoId).Form(_ => [("Nome", "Achou caro")]),
        Controle.De("POST /configuracoes/motivos/{id:guid}/subir").Com(c => c.MotivoId).Form(_ => []),
        Controle.De("POST /configuracoes/motivos/{id:guid}/descer").Com(c => c.MotivoId).Form(_ => []),
        Controle.De("POST /configuracoes/motivos/{id:guid}/arquivar").Com(c => c.OutroMotivoAsync(ativo: true)).Form(_ => []),
        Controle.De("POST /configuracoes/motivos/{id:guid}/restaurar").Com(c => c.OutroMotivoAsync(ativo: false)).Form(_ => []),
        Controle.De("GET /configuracoes/resultados/criar"),
        Controle.De("POST /configuracoes/resultados/criar").Form(_ => [("Nome", $"Visita {Guid.NewGuid():N}"), ("Relevante", "true"), ("Efeito", "Nenhum")]),
        Controle.De("GET /configuracoes/resultados/{id:guid}").Com(c => c.ResultadoId),
        Controle.De("POST /configuracoes/resultados/{id:guid}").Com(c => c.ResultadoId).Form(_ => [("Nome", "Falou"), ("Relevante", "true"), ("Efeito", "Nenhum")]),
        Controle.De("POST /configuracoes/resultados/{id:guid}/subir").Com(c => c.ResultadoId).Form(_ => []),
        Controle.De("POST /configuracoes/resultados/{id:guid}/descer").Com(c => c.ResultadoId).Form(_ => []),
        Controle.De("POST /configuracoes/resultados/{id:guid}/arquivar").Com(c => c.OutroResultadoAsync(ativo: true)).Form(_ => []),
        Controle.De("POST /configuracoes/resultados/{id:guid}/restaurar").Com(c => c.OutroResultadoAsync(ativo: false)).Form(_ => []),
    ];
}
