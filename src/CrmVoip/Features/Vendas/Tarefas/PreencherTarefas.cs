using CrmVoip.Data;
using CrmVoip.Work;

namespace CrmVoip.Features.Vendas.Tarefas;

/// <summary>Makes tasks of the next steps that a version before kept in the deal alone, some deals at a time.</summary>
public sealed class PreencherTarefas(CrmDbContext db, TimeProvider relogio) : ITrabalho
{
    private const int PorVez = 500;

    public static string Tipo => "preencher-tarefas";

    public Task<Desfecho> ExecutarAsync(Guid linhaId, int tentativa, CancellationToken ct) => AosPoucos.UmaCorridaAsync(relogio, () => UmaVezAsync(ct));

    public Task TudoAsync(CancellationToken ct) => AosPoucos.TudoAsync(() => UmaVezAsync(ct));

    private Task<bool> UmaVezAsync(CancellationToken ct) => db.EmTransacaoAsync(() => db.PreencherTarefasAsync(PorVez, ct), ct);
}

public sealed class SementeDasTarefas(CrmDbContext db) : ISemente
{
    public async Task SemearAsync(Agenda agenda, CancellationToken ct)
    {
        if (await db.FaltamTarefasAsync(ct))
        {
            await agenda.AgendarAsync<PreencherTarefas>(db.Organizacao.IdExigido, TimeSpan.Zero, ct);
        }
    }
}
