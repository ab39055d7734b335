using CrmVoip.Data;
using CrmVoip.Domain;
using CrmVoip.Work;

namespace CrmVoip.Features.Vendas.Busca;

/// <summary>Indexes what a version before the index saved, some rows at a time.</summary>
public sealed class IndexarBusca(CrmDbContext db, TimeProvider relogio) : ITrabalho
{
    private const int PorVez = 1_000;

    public static string Tipo => "indexar-busca";

    public Task<Desfecho> ExecutarAsync(Guid linhaId, int tentativa, CancellationToken ct) => AosPoucos.UmaCorridaAsync(relogio, () => UmaVezAsync(ct));

    public Task TudoAsync(CancellationToken ct) => AosPoucos.TudoAsync(() => UmaVezAsync(ct));

    private Task<bool> UmaVezAsync(CancellationToken ct) => db.EmTransacaoAsync(
        async () => await db.IndexarAsync<Contato>(PorVez, ct) | await db.IndexarAsync<Oportunidade>(PorVez, ct),
        ct);
}

public sealed class SementeDaBusca(CrmDbContext db) : ISemente
{
    public async Task SemearAsync(Agenda agenda, CancellationToken ct)
    {
        if (await db.SemBuscaAsync(ct))
        {
            await agenda.AgendarAsync<IndexarBusca>(db.Organizacao.IdExigido, TimeSpan.Zero, ct);
        }
    }
}
