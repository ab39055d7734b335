using CrmVoip.Data;
using CrmVoip.Domain;
using CrmVoip.Domain.Atividades;
using CrmVoip.Web;

namespace CrmVoip.Features.Vendas.Tarefas;

/// <summary>Takes back that a task is done.</summary>
public sealed class ReabrirTarefa(CrmDbContext db, Auditoria auditoria)
{
    public async Task<Resultado<Tarefa>> ExecutarAsync(Guid id, CancellationToken ct)
    {
        if (await db.TarefaTravadaAsync(id, ct) is not { } tarefa)
        {
            return Recusa.NaoEncontrada;
        }

        if (!tarefa.Aberta)
        {
            tarefa.Reabrir();
            auditoria.Registrar(new TarefaReaberta { Texto = tarefa.Texto }, id, tarefa.OportunidadeId);
            await db.SaveChangesAsync(ct);
        }

        return tarefa;
    }
}
