using CrmVoip.Data;
using CrmVoip.Domain;
using CrmVoip.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.Features.Vendas.Recados;

/// <summary>Leaves words for colleagues, in the unit of work of what they are about. Nobody gets one from themselves.</summary>
public sealed class DeixarRecado(CrmDbContext db, OrganizacaoAtual atual, TimeProvider relogio)
{
    public Task SobreAsync(Oportunidade oportunidade, TipoDeRecado tipo, Guid paraId, CancellationToken ct) =>
        JuntarAsync(Recado.Sobre(oportunidade, tipo, paraId, atual.UsuarioId, relogio.GetUtcNow()), ct);

    /// <summary>One word, however many deals became the person's.</summary>
    public Task DePassagemAsync(IReadOnlyList<Oportunidade> passadas, Guid paraId, CancellationToken ct) =>
        DeVariasAsync(TipoDeRecado.Passagem, passadas, unica => SobreAsync(unica, TipoDeRecado.Passagem, paraId, ct), paraId, ct);

    public Task DeTarefaAsync(Tarefa tarefa, CancellationToken ct) => JuntarAsync(Recado.DaTarefa(tarefa, atual.UsuarioId, relogio.GetUtcNow()), ct);

    public Task DeTarefasAsync(IReadOnlyList<Tarefa> passadas, Guid paraId, CancellationToken ct) =>
        DeVariasAsync(TipoDeRecado.Tarefa, passadas, unica => DeTarefaAsync(unica, ct), paraId, ct);

    /// <summary>For whoever is named in the note and was not told of it before.</summary>
    public async Task DeMencoesAsync(Nota nota, CancellationToken ct)
    {
        if (!Mencoes.PodeHaver(nota.Texto))
        {
            return;
        }

        var citados = (await db.Membros.Where(m => m.Ativo).MencoesAsync(ct)).Em(nota.Texto).SelectMany(m => m.Quem).ToHashSet();
        var avisados = await db.Recados.Where(r => r.NotaId == nota.Id).Select(r => r.ParaId).ToListAsync(ct);
        foreach (var id in citados.Except(avisados))
        {
            await JuntarAsync(Recado.Mencao(nota, id, atual.UsuarioId, relogio.GetUtcNow()), ct);
        }
    }

    private Task DeVariasAsync<T>(TipoDeRecado tipo, IReadOnlyList<T> passadas, Func<T, Task> deUma, Guid paraId, CancellationToken ct) => passadas switch
    {
        [] => Task.CompletedTask,
        [var unica] => deUma(unica),
        _ => JuntarAsync(Recado.DeVarias(atual.IdExigido, tipo, passadas.Count, paraId, atual.UsuarioId, relogio.GetUtcNow()), ct),
    };

    private async Task JuntarAsync(Recado recado, CancellationToken ct)
    {
        if (recado.ParaId == atual.UsuarioId)
        {
            return;
        }

        var desde = relogio.GetUtcNow() - Recado.Guardado;
        await db.Recados.Where(r => r.ParaId == recado.ParaId && r.CriadoEm < desde).ExecuteDeleteAsync(ct);
        db.Add(recado);
    }
}
