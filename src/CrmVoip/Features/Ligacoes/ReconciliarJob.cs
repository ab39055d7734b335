using CrmVoip.Data;
using CrmVoip.Domain;
using CrmVoip.Domain.Ligacoes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace CrmVoip.Features.Ligacoes;

/// <summary>Asks the provider about calls: a while after each one, and about all of them at an interval. Webhooks get lost; this does not.</summary>
public sealed partial class ReconciliarJob(
    EscopoDaOrganizacao escopos,
    TimeProvider relogio,
    IOptions<OpcoesDeReconciliacao> opcoes,
    ILogger<ReconciliarJob> log) : BackgroundService
{
    private const int PorVez = 200;
    private const int AoMesmoTempo = 4;

    // An instance that dies in the middle leaves its calls due again after this.
    private static readonly TimeSpan _arrendamento = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan _sobreposicao = TimeSpan.FromHours(2);
    private static readonly TimeSpan _alcance = TimeSpan.FromHours(24);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var cadencia = new PeriodicTimer(opcoes.Value.Varredura, relogio);
        while (await cadencia.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await ExecutarUmaVezAsync(stoppingToken);
            }
            catch (Exception erro) when (!stoppingToken.IsCancellationRequested)
            {
                Falhou(log, erro);
            }
        }
    }

    public async Task ExecutarUmaVezAsync(CancellationToken ct)
    {
        var agora = relogio.GetUtcNow();
        var comLigacoes = await escopos.ComAsync(Pendencia.LigacoesAConferirAte(agora), ct);
        var comConexoes = await escopos.ComAsync(Pendencia.ConexoesConferidasAte(agora - opcoes.Value.Intervalo), ct);
        await Parallel.ForEachAsync(
            comLigacoes.Union(comConexoes),
            new ParallelOptions { MaxDegreeOfParallelism = AoMesmoTempo, CancellationToken = ct },
            async (organizacaoId, parar) => await TentarAsync(organizacaoId, parar));
    }

    // Whoever types the address of a provider decides how slowly it answers: that must not hold up the others.
    private async Task TentarAsync(Guid organizacaoId, CancellationToken ct)
    {
        using var prazo = CancellationTokenSource.CreateLinkedTokenSource(ct);
        prazo.CancelAfter(_arrendamento);
        try
        {
            await ConferirAsync(organizacaoId, prazo.Token);
        }
        catch (Exception erro) when (!ct.IsCancellationRequested)
        {
            Falhou(log, erro);
        }
    }

    public async Task ConferirAsync(Guid organizacaoId, CancellationToken ct)
    {
        await ConferirLigacoesAsync(organizacaoId, ct);
        await ConferirTudoAsync(organizacaoId, ct);
    }

    private async Task ConferirLigacoesAsync(Guid organizacaoId, CancellationToken ct)
    {
        await using var escopo = await escopos.AbrirAsync(organizacaoId, ct);
        if (escopo is null)
        {
            return;
        }

        var vencidas = await ArrendarAsync(escopo.Db, ct);
        if (vencidas.Count == 0)
        {
            return;
        }

        var reconciliar = escopo.Services.GetRequiredService<ReconciliarOrganizacao>();
        var respondeu = await reconciliar.ExecutarAsync(vencidas.Min(l => l.InicioEm), vencidas.Max(l => l.InicioEm), ct);
        await reconciliar.ReagendarAsync([.. vencidas.Select(l => l.Id)], respondeu, ct);
    }

    private async Task ConferirTudoAsync(Guid organizacaoId, CancellationToken ct)
    {
        await using var escopo = await escopos.AbrirAsync(organizacaoId, ct);
        if (escopo is null)
        {
            return;
        }

        var agora = relogio.GetUtcNow();
        var vencida = agora - opcoes.Value.Intervalo;
        var (venceu, anterior) = await escopo.Db.EmTransacaoAsync(() => TomarVezAsync(escopo.Db, vencida, agora, ct), ct);
        if (venceu)
        {
            var de = anterior is { } ultima && ultima - _sobreposicao > agora - _alcance ? ultima - _sobreposicao : agora - _alcance;
            await escopo.Services.GetRequiredService<ReconciliarOrganizacao>().ExecutarAsync(de, agora, ct);
        }
    }

    private Task<List<Ligacao>> ArrendarAsync(CrmDbContext db, CancellationToken ct) => db.EmTransacaoAsync(
        async () =>
        {
            var agora = relogio.GetUtcNow();
            var vencidas = await db.LigacoesVencidas(agora, PorVez).ToListAsync(ct);
            vencidas.ForEach(l => l.ConferirDepoisDe(agora + _arrendamento));
            await db.SaveChangesAsync(ct);
            db.ChangeTracker.Clear();
            return vencidas;
        },
        ct);

    private static async Task<(bool Venceu, DateTimeOffset? Anterior)> TomarVezAsync(
        CrmDbContext db,
        DateTimeOffset vencida,
        DateTimeOffset agora,
        CancellationToken ct)
    {
        var minhas = db.Integracoes.Where(i => i.Plataforma == PlataformaEnum.Api4com && i.AccessToken != null);
        var anterior = await minhas.Select(i => i.ReconciliadaEm).SingleOrDefaultAsync(ct);
        var tomadas = await minhas
            .Where(i => i.ReconciliadaEm == null || i.ReconciliadaEm <= vencida)
            .ExecuteUpdateAsync(s => s.SetProperty(i => i.ReconciliadaEm, agora), ct);
        return (tomadas > 0, anterior);
    }

    [LoggerMessage(LogLevel.Error, "Reconciliation failed; it goes on at the next tick.")]
    private static partial void Falhou(ILogger logger, Exception erro);
}
