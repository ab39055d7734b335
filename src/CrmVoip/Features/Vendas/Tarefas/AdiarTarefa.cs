using CrmVoip.Data;
using CrmVoip.Domain;
using CrmVoip.Domain.Atividades;
using CrmVoip.Web;

namespace CrmVoip.Features.Vendas.Tarefas;

/// <summary>A task on its new day, and the day it had.</summary>
public sealed record TarefaNoDia(Tarefa Tarefa, DateOnly? Antes);

/// <summary>Moves a task to another day, its hour with it.</summary>
public sealed class AdiarTarefa(CrmDbContext db, Auditoria auditoria)
{
    private static readonly Recusa _semDia = new(422, "dia_invalido", "Escolha para quando adiar.");

    /// <param name="id">The task.</param>
    /// <param name="quando">A word of <see cref="PrazoRelativo"/>: from its day, or from today where that is over.</param>
    /// <param name="hoje">Today, where the organization is.</param>
    /// <param name="ct">Ends with the request.</param>
    public async Task<Resultado<TarefaNoDia>> ExecutarAsync(Guid id, string? quando, DateOnly hoje, CancellationToken ct)
    {
        if (await db.TarefaTravadaAsync(id, ct) is not { } tarefa)
        {
            return Recusa.NaoEncontrada;
        }

        return PrazoRelativo.Dia(quando, tarefa.Dia > hoje ? tarefa.Dia.Value : hoje) is { } dia ? await ParaAsync(tarefa, dia, ct) : _semDia;
    }

    /// <summary>To a day by its date, or back to none: takes back a move.</summary>
    public async Task<Resultado<TarefaNoDia>> ParaODiaAsync(Guid id, DateOnly? dia, CancellationToken ct) =>
        await db.TarefaTravadaAsync(id, ct) is { } tarefa ? await ParaAsync(tarefa, dia, ct) : Recusa.NaoEncontrada;

    private async Task<TarefaNoDia> ParaAsync(Tarefa tarefa, DateOnly? dia, CancellationToken ct)
    {
        var antes = tarefa.Dia;
        tarefa.Marcar(dia, tarefa.Hora);
        auditoria.Registrar(new TarefaAdiada { Texto = tarefa.Texto, De = antes, Para = dia }, tarefa.Id, tarefa.OportunidadeId);
        await db.SaveChangesAsync(ct);
        return new TarefaNoDia(tarefa, antes);
    }
}
