using CrmVoip.Data;
using CrmVoip.Domain;
using CrmVoip.Work;

namespace CrmVoip.Features.Vendas.Busca;

/// <summary>Indexes what a version before the index saved, some rows at a time.</summary>
public sealed class IndexarBusca(CrmDbContext db, TimeProvider relogio) : ITrabalho
{
    private const int PorVez = 1_000;
    private static readonly TimeSpan _porCorrida = TimeSpan.FromSeconds(20);

    public static string Tipo => "indexar-busca";

    /// <summary>For so long that others have their turn; the rest is another run's.</summary>
    public async Task<Desfecho> ExecutarAsync(Guid linhaId, int tentativa, CancellationToken ct)
    {
        var comeco = relogio.GetTimestamp();
        while (await UmaVezAsync(ct))
        {
            if (relogio.GetElapsedTime(comeco) > _porCorrida)
            {
                return Desfecho.DeNovoEm(TimeSpan.Zero);
            }
        }

        return Desfecho.Feito;
    }

    /// <summary>To the end, however long it takes.</summary>
    public async Task TudoAsync(CancellationToken ct)
    {
        while (await UmaVezAsync(ct))
        {
        }
    }

    // Whether there may be more.
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
