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
        using var cadencia = new PeriodicTimer(opcoes.Value.VarrerACada, relogio);
        while (await cadencia.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await VarrerAsync(stoppingToken);
            }
            catch (Exception erro) when (erro is not OperationCanceledException)
            {
                Falhou(log, erro);
            }
        }
    }

    public async Task VarrerAsync(CancellationToken ct)
    {
        foreach (var organizacaoId in await escopos.OrganizacoesAtivasAsync(ct))
        {
            await using var escopo = await escopos.AbrirAsync(organizacaoId, ct);
            if (escopo is not null)
            {
                await VarrerOrganizacaoAsync(escopo, ct);
            }
        }
    }

    private async Task VarrerOrganizacaoAsync(EscopoAberto escopo, CancellationToken ct)
    {
        var limite = relogio.GetUtcNow() - opcoes.Value.OrfaDepoisDe;
        var orfas = await escopo.Db.EmTransacaoAsync(
            () => escopo.Db.Ligacoes
                .Where(l => l.Status == StatusDaLigacao.EmAndamento && l.UltimoSinalEm < limite)
                .Select(l => l.Id)
                .ToListAsync(ct),
            ct);
        var registrar = escopo.Services.GetRequiredService<RegistrarFatos>();
        foreach (var id in orfas)
        {
            await escopo.Db.EmTransacaoAsync(
                async () =>
                {
                    await registrar.EncerrarSemSinalAsync(id, limite, ct);
                    return true;
                },
                ct);
        }
    }

    [LoggerMessage(LogLevel.Error, "The sweep of silent calls failed; it runs again at the next tick.")]
    private static partial void Falhou(ILogger logger, Exception erro);
}
