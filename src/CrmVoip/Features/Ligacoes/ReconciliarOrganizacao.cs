using CrmVoip.Api4Com;
using CrmVoip.Api4Com.Models;
using CrmVoip.Data;
using CrmVoip.Domain.Ligacoes;
using CrmVoip.Features.Shared;
using CrmVoip.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace CrmVoip.Features.Ligacoes;

/// <summary>Reads the provider's list for one stretch of time and lets our calls learn from it. No transaction is held while it is asked.</summary>
public sealed partial class ReconciliarOrganizacao(
    CrmDbContext db,
    OrganizacaoAtual atual,
    ContaDoProvedor provedor,
    Api4ComClient api4com,
    RegistrarFatos registrar,
    TimeProvider relogio,
    IOptions<OpcoesDeReconciliacao> opcoes,
    ILogger<ReconciliarOrganizacao> log)
{
    // A call still fresh may be missing in the list without anything being wrong.
    private static readonly TimeSpan _recente = TimeSpan.FromMinutes(5);

    // As far as the hourly run looks back, so that no outage shorter than that loses a call.
    private static readonly TimeSpan _insistirPor = TimeSpan.FromHours(24);

    /// <returns>False when the provider could not be asked.</returns>
    public async Task<bool> ExecutarAsync(DateTimeOffset de, DateTimeOffset ate, CancellationToken ct)
    {
        if (await provedor.AbrirAsync(ct) is not { } conta)
        {
            return true;
        }

        Api4ComCallList lista;
        try
        {
            lista = await provedor.UsarAsync(
                conta, api4 => api4com.GetCallsAsync(api4, de - Casamento.Tolerancia, ate + Casamento.Tolerancia, ct), ct);
        }
        catch (Api4ComException erro)
        {
            NaoRespondeu(log, atual.IdExigido, erro.Kind);
            return false;
        }

        // Every call that a row of the list may speak of, or a row at the edge would go to the wrong one.
        var margem = Casamento.Tolerancia * 2;
        var ligacoes = await db.EmTransacaoAsync(() => db.LigacoesEntreAsync(de - margem, ate + margem, ct), ct);
        var registros = lista.Calls.Where(c => !c.Inbound).ToDictionary(c => c.Id);
        var daJanela = ligacoes.FindAll(l => l.InicioEm >= de && l.InicioEm <= ate);
        var pares = Casamento.Casar([.. registros.Values.Select(c => c.ParaCasar())], ligacoes)
            .Where(par => daJanela.Exists(l => l.Id == par.Value))
            .ToList();
        foreach (var (provedorId, ligacaoId) in pares)
        {
            await TentarAprenderAsync(registros[provedorId], ligacaoId, ct);
        }

        Contar(daJanela, lista, pares.Count);
        return true;
    }

    /// <summary>
    /// Plans the next look at a call that was asked about: later, until its recording is there or the waits are used up.
    /// A look the provider did not answer uses up none.
    /// </summary>
    public Task<int> ReagendarAsync(IReadOnlyCollection<Guid> ligacaoIds, bool respondeu, CancellationToken ct) => db.EmTransacaoAsync(
        async () =>
        {
            foreach (var ligacao in await db.Ligacoes.Where(l => ligacaoIds.Contains(l.Id)).ToListAsync(ct))
            {
                if (!respondeu && ligacao.InicioEm > relogio.GetUtcNow() - _insistirPor)
                {
                    ligacao.ConferirDepoisDe(relogio.GetUtcNow() + opcoes.Value.SemResposta);
                }
                else
                {
                    ligacao.RegistrarConferencia(Completa(ligacao) ? null : ProximaConferencia(ligacao.Conferencias));
                }
            }

            return await db.SaveChangesAsync(ct);
        },
        ct);

    private static bool Completa(Ligacao ligacao) =>
        ligacao.OrigemStatus == OrigemDoFato.Reconciliacao && (ligacao.GravacaoUrl is not null || ligacao.Status != StatusDaLigacao.Atendida);

    private DateTimeOffset? ProximaConferencia(int feitas) =>
        feitas < opcoes.Value.Repetir.Length ? relogio.GetUtcNow() + opcoes.Value.Repetir[feitas] : null;

    private async Task<bool> AprenderAsync(Api4ComCall registro, Guid ligacaoId, CancellationToken ct) =>
        FatosDoProvedor.DaLista(registro, atual.IdExigido, ligacaoId, relogio.GetUtcNow()) is { } fato
        && await registrar.ExecutarAsync(ligacaoId, [fato], ct);

    // A row that cannot be kept must not stand in the way of the others, in this run and in every later one.
    private async Task TentarAprenderAsync(Api4ComCall registro, Guid ligacaoId, CancellationToken ct)
    {
        try
        {
            await db.EmTransacaoAsync(() => AprenderAsync(registro, ligacaoId, ct), ct);
        }
        catch (DbUpdateException erro)
        {
            NaoAprendeu(log, ligacaoId, erro);
        }

        db.ChangeTracker.Clear();
    }

    private void Contar(List<LigacaoParaCasar> ligacoes, Api4ComCallList lista, int casadas)
    {
        Reconciliada(log, atual.IdExigido, ligacoes.Count, lista.Fetched, casadas, lista.Truncated);
        if (casadas == 0 && ligacoes.Exists(l => l.InicioEm < relogio.GetUtcNow() - _recente))
        {
            NadaCasou(log, atual.IdExigido, ligacoes.Count, lista.Fetched);
        }
    }

    [LoggerMessage(LogLevel.Information, "Reconciled {Organizacao}: {Ligacoes} calls here, {Lidas} rows read, {Casadas} matched, truncated: {Truncada}.")]
    private static partial void Reconciliada(ILogger logger, Guid organizacao, int ligacoes, int lidas, int casadas, bool truncada);

    [LoggerMessage(LogLevel.Error, "Reconciliation of {Organizacao} matched nothing: {Ligacoes} calls here, {Lidas} rows read. Check the provider's clock and the SIP domain.")]
    private static partial void NadaCasou(ILogger logger, Guid organizacao, int ligacoes, int lidas);

    [LoggerMessage(LogLevel.Error, "What the provider says of call {Ligacao} could not be kept.")]
    private static partial void NaoAprendeu(ILogger logger, Guid ligacao, Exception erro);

    [LoggerMessage(LogLevel.Warning, "The provider did not list the calls of {Organizacao}: {Motivo}.")]
    private static partial void NaoRespondeu(ILogger logger, Guid organizacao, Api4ComErrorKind motivo);
}
