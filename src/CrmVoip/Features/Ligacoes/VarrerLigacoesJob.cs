using CrmVoip.Data;
using CrmVoip.Domain.Ligacoes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace CrmVoip.Features.Ligacoes;

/// <summary>The sweeper: closes calls whose browser stopped giving signs.</summary>
public sealed partial class VarrerLigacoesJob(
    EscopoDaOrganizacao escopos,
    TimeProvider relogio,
    IOptions<OpcoesDeLigacao> opcoes,
    ILogger<VarrerLigacoesJob> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // While the product was down no sign could arrive: whoever is alive gets the time to give one.
        await Task.Delay(opcoes.Value.OrfaDepoisDe, relogio, stoppingToken);
        using var cadencia = new PeriodicTimer(opcoes.Value.VarrerACada, relogio);
        while (await cadencia.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await VarrerAsync(stoppingToken);
            }
            catch (Exception erro) when (!stoppingToken.IsCancellationRequested)
            {
                Falhou(log, erro);
            }
        }
    }

    public async Task VarrerAsync(CancellationToken ct)
    {
        var limite = relogio.GetUtcNow() - opcoes.Value.OrfaDepoisDe;
        foreach (var organizacaoId in await escopos.ComAsync(Pendencia.LigacoesCaladasDesde(limite), ct))
        {
            foreach (var ligacaoId in await OrfasAsync(organizacaoId, limite, ct))
            {
                await TentarEncerrarAsync(organizacaoId, ligacaoId, limite, ct);
            }
        }
    }

    private async Task<List<Guid>> OrfasAsync(Guid organizacaoId, DateTimeOffset limite, CancellationToken ct)
    {
        await using var escopo = await escopos.AbrirAsync(organizacaoId, ct);
        return escopo is null
            ? []
            : await escopo.Db.EmTransacaoAsync(
                () => escopo.Db.Ligacoes
                    .Where(l => l.Status == StatusDaLigacao.EmAndamento && l.UltimoSinalEm < limite)
                    .Select(l => l.Id)
                    .ToListAsync(ct),
                ct);
    }

    // A scope of its own: a call that cannot be closed must not keep the others open.
    private async Task TentarEncerrarAsync(Guid organizacaoId, Guid ligacaoId, DateTimeOffset limite, CancellationToken ct)
    {
        try
        {
            await using var escopo = await escopos.AbrirAsync(organizacaoId, ct);
            if (escopo is not null)
            {
                var registrar = escopo.Services.GetRequiredService<RegistrarFatos>();
                await escopo.Db.EmTransacaoAsync(() => registrar.EncerrarSemSinalAsync(ligacaoId, limite, ct), ct);
            }
        }
        catch (Exception erro) when (!ct.IsCancellationRequested)
        {
            Falhou(log, erro);
        }
    }

    [LoggerMessage(LogLevel.Error, "The sweep of silent calls failed; it runs again at the next tick.")]
    private static partial void Falhou(ILogger logger, Exception erro);
}
