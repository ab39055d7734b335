using CrmVoip.Data;
using CrmVoip.Domain;
using CrmVoip.Domain.Atividades;
using CrmVoip.Features.Vendas.Edicoes;
using CrmVoip.Features.Vendas.Recados;
using CrmVoip.Web;

namespace CrmVoip.Features.Vendas.Tarefas;

/// <summary>Changes fields of a task. What others changed meanwhile stays, unless it is the same field.</summary>
public sealed class EditarTarefa(CrmDbContext db, Auditoria auditoria, DeixarRecado recados)
{
    private const string Oque = "Esta tarefa";

    public async Task<Resultado<Tarefa>> ExecutarAsync(Guid id, Edicao<CamposDaTarefa> edicao, CancellationToken ct)
    {
        if (await db.TarefaTravadaAsync(id, ct) is not { } tarefa)
        {
            return Recusa.NaoEncontrada;
        }

        var guardados = CamposDaTarefa.De(tarefa);
        if (edicao.Conflito(guardados, tarefa.Versao, Oque) is { } conflito)
        {
            return conflito;
        }

        var campos = edicao.Sobre(guardados);
        tarefa.Editar(campos.Tipo, campos.Texto);
        tarefa.Marcar(campos.Dia, campos.Hora);
        tarefa.PassarPara(campos.ResponsavelId);
        if (Alteracao.Em(db.Entry(tarefa), nameof(Tarefa.Prazo)) is not { } alteracao)
        {
            return tarefa;
        }

        if (campos.ResponsavelId != guardados.ResponsavelId)
        {
            await recados.DeTarefaAsync(tarefa, ct);
        }

        auditoria.Registrar(new TarefaEditada { Texto = tarefa.Texto, Campos = alteracao.Campos, De = alteracao.De, Para = alteracao.Para }, id, tarefa.OportunidadeId);
        return await db.SalvarSeNinguemAntesAsync(ct) ? tarefa : new EdicaoEmConflito([], Oque);
    }
}
