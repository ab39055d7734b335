using CrmVoip.Data;
using CrmVoip.Domain;
using CrmVoip.Domain.Atividades;
using CrmVoip.Tenancy;
using CrmVoip.Web;

namespace CrmVoip.Features.Vendas.Tarefas;

/// <summary>Says that a task is done. Twice is once.</summary>
public sealed class ConcluirTarefa(CrmDbContext db, OrganizacaoAtual atual, Auditoria auditoria, TimeProvider relogio)
{
    public async Task<Resultado<Tarefa>> ExecutarAsync(Guid id, CancellationToken ct)
    {
        if (await db.TarefaTravadaAsync(id, ct) is not { } tarefa)
        {
            return Recusa.NaoEncontrada;
        }

        if (tarefa.Aberta)
        {
            tarefa.Concluir(atual.UsuarioId, relogio.GetUtcNow());
            auditoria.Registrar(new TarefaConcluida { Texto = tarefa.Texto }, id, tarefa.OportunidadeId);
            await db.SaveChangesAsync(ct);
        }

        return tarefa;
    }
}
