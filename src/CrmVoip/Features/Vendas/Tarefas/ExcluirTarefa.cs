using CrmVoip.Data;
using CrmVoip.Domain.Atividades;
using CrmVoip.Web;

namespace CrmVoip.Features.Vendas.Tarefas;

/// <summary>Removes a task, done or not. The record keeps what it said.</summary>
public sealed class ExcluirTarefa(CrmDbContext db, Auditoria auditoria)
{
    public async Task<Recusa?> ExecutarAsync(Guid id, CancellationToken ct)
    {
        if (await db.TarefaTravadaAsync(id, ct) is not { } tarefa)
        {
            return Recusa.NaoEncontrada;
        }

        tarefa.Oportunidade?.Excluir(tarefa);
        db.Remove(tarefa);
        auditoria.Registrar(new TarefaExcluida { Texto = tarefa.Texto }, id, tarefa.OportunidadeId);
        await db.SaveChangesAsync(ct);
        return null;
    }
}
