using CrmVoip.Api4Com;
using CrmVoip.Data;
using CrmVoip.Domain.Ligacoes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace CrmVoip.Features.Ligacoes;

/// <summary>Works off the webhooks that were stored. Each event is a transaction of its own; several instances share the work by row locks.</summary>
public sealed partial class ProcessarGanchosJob(
    EscopoDaOrganizacao escopos,
    FilaDeGanchos fila,
    Api4ComOptions api4com,
    TimeProvider relogio,
    IOptions<OpcoesDeReconciliacao> opcoes,
    ILogger<ProcessarGanchosJob> log) : BackgroundService
{
    private const int PorVez = 100;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var proximaVarredura = relogio.GetUtcNow();
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                var avisadas = await fila.EsperarAsync(opcoes.Value.Varredura, stoppingToken);
                var agora = relogio.GetUtcNow();
                var varrer = agora >= proximaVarredura;
                foreach (var organizacaoId in varrer ? avisadas.Union(await escopos.ComAsync(Pendencia.AvisosAte(agora), stoppingToken)) : avisadas)
                {
                    await TentarAsync(organizacaoId, stoppingToken);
                }

                proximaVarredura = varrer ? relogio.GetUtcNow() + opcoes.Value.Varredura : proximaVarredura;
            }
            catch (Exception erro) when (!stoppingToken.IsCancellationRequested)
            {
                Falhou(log, erro);
            }
        }
    }

    private async Task TentarAsync(Guid organizacaoId, CancellationToken ct)
    {
        try
        {
            await ProcessarAsync(organizacaoId, ct);
        }
        catch (Exception erro) when (!ct.IsCancellationRequested)
        {
            Falhou(log, erro);
        }
    }

    public async Task ProcessarAsync(Guid organizacaoId, CancellationToken ct)
    {
        await using var escopo = await escopos.AbrirAsync(organizacaoId, ct);
        if (escopo is null)
        {
            return;
        }

        var agora = relogio.GetUtcNow();
        var pendentes = await escopo.Db.EmTransacaoAsync(
            () => escopo.Db.EventosDoProvedor
                .Where(e => e.ProcessadoEm == null && e.ProcessarEm <= agora)
                .OrderBy(e => e.RecebidoEm)
                .Select(e => e.Id)
                .Take(PorVez)
                .ToListAsync(ct),
            ct);
        foreach (var id in pendentes)
        {
            try
            {
                await ComEventoAsync(organizacaoId, id, AplicarAsync, ct);
            }
            catch (Exception erro) when (!ct.IsCancellationRequested)
            {
                Falhou(log, erro);
                await ComEventoAsync(organizacaoId, id, AdiarAsync, ct);
            }
        }
    }

    // A scope of its own: what one event leaves in the context must not travel with the next.
    private async Task ComEventoAsync(
        Guid organizacaoId,
        Guid id,
        Func<EscopoAberto, EventoDoProvedor, CancellationToken, Task> fazer,
        CancellationToken ct)
    {
        await using var escopo = await escopos.AbrirAsync(organizacaoId, ct);
        if (escopo is null)
        {
            return;
        }

        var db = escopo.Db;
        await db.EmTransacaoAsync(
            async () =>
            {
                var evento = await db.EventoLivre(id).SingleOrDefaultAsync(ct);
                if (evento is { ProcessadoEm: null })
                {
                    await fazer(escopo, evento, ct);
                    await db.SaveChangesAsync(ct);
                }

                return true;
            },
            ct);
    }

    private async Task AplicarAsync(EscopoAberto escopo, EventoDoProvedor evento, CancellationToken ct)
    {
        var agora = relogio.GetUtcNow();
        if (Api4ComWebhook.Parse(evento.Corpo, api4com) is not { Inbound: false } aviso)
        {
            evento.Processar(null, agora);
            return;
        }

        if (await escopo.Db.LigacaoDoAvisoAsync(aviso, evento.RecebidoEm, ct) is not { } ligacaoId)
        {
            evento.Adiar(agora);
            return;
        }

        if (FatosDoProvedor.DoWebhook(aviso, evento.OrganizacaoId, ligacaoId, evento.RecebidoEm) is { } fato)
        {
            await escopo.Services.GetRequiredService<RegistrarFatos>().ExecutarAsync(ligacaoId, [fato], ct);
        }

        evento.Processar(ligacaoId, agora);
    }

    private Task AdiarAsync(EscopoAberto escopo, EventoDoProvedor evento, CancellationToken ct)
    {
        evento.Adiar(relogio.GetUtcNow());
        return Task.CompletedTask;
    }

    [LoggerMessage(LogLevel.Error, "Working off webhooks failed; it goes on at the next tick.")]
    private static partial void Falhou(ILogger logger, Exception erro);
}
