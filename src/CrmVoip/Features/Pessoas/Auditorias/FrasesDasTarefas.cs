using CrmVoip.Domain.Atividades;
using CrmVoip.Web;
using static CrmVoip.Features.Pessoas.Auditorias.FraseDoFato;

namespace CrmVoip.Features.Pessoas.Auditorias;

internal static class FrasesDasTarefas
{
    public static readonly IReadOnlyList<FraseDoFato> Todas =
    [
        FraseDoFato.De<TarefaCriada>(Assunto.Tarefas, (a, _) => "Criou a tarefa" + Qual(a)),
        FraseDoFato.De<TarefaConcluida>(Assunto.Tarefas, (a, _) => "Concluiu a tarefa" + Qual(a)),
        FraseDoFato.De<TarefaReaberta>(Assunto.Tarefas, (a, _) => "Reabriu a tarefa" + Qual(a)),
        FraseDoFato.De<TarefaAdiada>(Assunto.Tarefas, (a, _) => $"Mudou a tarefa{Qual(a)} {a.EmPalavras()}"),
        FraseDoFato.De<TarefaEditada>(Assunto.Tarefas, (a, _) => "Alterou a tarefa" + Qual(a)),
        FraseDoFato.De<TarefaExcluida>(Assunto.Tarefas, (a, _) => "Excluiu a tarefa" + Qual(a)),
    ];

    private static string Qual(AtividadeDaTarefa atividade) => Com(" “", atividade.Texto, "”");
}
