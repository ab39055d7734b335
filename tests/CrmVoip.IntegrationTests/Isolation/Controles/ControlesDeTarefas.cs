namespace CrmVoip.IntegrationTests.Isolation.Controles;

public sealed class ControlesDeTarefas : IControles
{
    public IEnumerable<Controle> Todos =>
    [
        Controle.De("GET /hoje"),
        Controle.De("GET /ligacoes/retornos"),
        Controle.De("GET /tarefas"),
        Controle.De("GET /tarefas/criar"),
        Controle.De("POST /tarefas/criar").Form(c => [.. Campos(c), ("OportunidadeId", $"{c.Oportunidade.Id}"), ("ContatoId", "")]).SemLimite("Quando"),
        Controle.De("POST /tarefas/rapida").Form(c => [("Texto", "Visita"), ("Tipo", "Reuniao"), ("Quando", "hoje"), ("OportunidadeId", $"{c.Oportunidade.Id}")])
            .SemEstragar("it stands beside the fields of the deal, and its own have ids of their own; TarefasTests spoils it"),
        Controle.De("GET /tarefas/{id:guid}/editar").Com(c => c.Tarefa.Id),
        Controle.De("POST /tarefas/{id:guid}/editar").Com(c => c.Tarefa.Id).Form(c => [.. Campos(c), Versao(c)]).SemLimite("Quando"),
        Controle.De("GET /tarefas/{id:guid}/excluir").Com(c => c.Tarefa.Id),
        Controle.De("POST /tarefas/{id:guid}/excluir").Com(c => c.OutraTarefaAsync()).Form(_ => []),
        Controle.De("POST /tarefas/{id:guid}/concluir").Com(c => c.OutraTarefaAsync()).Form(_ => []),
        Controle.De("POST /tarefas/{id:guid}/reabrir").Com(c => c.OutraTarefaAsync(t => t.Concluir(c.Pessoa.Id, DateTimeOffset.UtcNow))).Form(_ => []),
        Controle.De("POST /tarefas/{id:guid}/adiar").Com(c => c.OutraTarefaAsync()).Form(_ => [("quando", "segunda")]),
        Controle.De("GET /oportunidades/{id:guid}/tarefas").Com(c => c.Oportunidade.Id),
        Controle.De("GET /contatos/{id:guid}/tarefas").Com(c => c.Oportunidade.ContatoId),
    ];

    private static (string, string?)[] Campos(Cenario c) =>
        [("Tipo", "Reuniao"), ("Texto", "Visita técnica"), ("Dia", "01/12/2030"), ("Hora", "15:30"), ("ResponsavelId", $"{c.Pessoa.Id}")];

    private static (string, string?) Versao(Cenario c)
    {
        var versao = c.App.Banco.LerAsync($"select xmin::text from tarefas where organizacao_id = '{c.Organizacao.Id}' and id = '{c.Tarefa.Id}'");
        return ("Versao", (string)versao.GetAwaiter().GetResult()[0][0]);
    }
}
