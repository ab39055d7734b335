using CrmVoip.Data;
using CrmVoip.Domain;
using CrmVoip.Domain.Ligacoes;
using CrmVoip.Work;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace CrmVoip.Features.Telefonia.Registros;

/// <summary>
/// Asks the provider's list, which knows what webhooks lose: about calls that ended a while ago, and at an interval about all,
/// from the mark up to which it was read without a gap. Plans its own next run.
/// </summary>
public sealed class ConferirConexao(
    CrmDbContext db, LerLista ler, PreencherRegistros preencher, CasarDeNovo casar, VigiarFluxo vigiar, TimeProvider relogio, IOptions<OpcoesDeReconciliacao> opcoes) : ITrabalho
{
    private const int PorVez = 200;
    private static readonly TimeSpan _primeiraVez = TimeSpan.FromHours(24);

    // Rows appear late in the list, and are corrected.
    private static readonly TimeSpan _sobreposicao = TimeSpan.FromHours(2);

    // As far back as a call without an answer of the provider is asked about again.
    private static readonly TimeSpan _insistirPor = TimeSpan.FromDays(7);

    public static string Tipo => "conferir-conexao";

    public static bool Lento => true;

    public static TimeSpan Prazo => TimeSpan.FromMinutes(30);

    public async Task<Desfecho> ExecutarAsync(Guid linhaId, int tentativa, CancellationToken ct)
    {
        if (await db.EmTransacaoAsync(() => LerConexaoAsync(linhaId, ct), ct) is not { } conexao)
        {
            return Desfecho.Feito;
        }

        await preencher.ExecutarAsync(linhaId, ct);
        var vencidas = await db.EmTransacaoAsync(() => VencidasAsync(ct), ct);
        var respondeu = vencidas.Count == 0 || await ler.ExecutarAsync(new Janela(vencidas.Min(l => l.InicioEm), vencidas.Max(l => l.InicioEm)), ct);
        await ReagendarAsync(vencidas.ConvertAll(l => l.Id), respondeu, ct);
        if (respondeu && await db.EmTransacaoAsync(() => TodasEmAsync(conexao.ReconciliadaEm, ct), ct) <= relogio.GetUtcNow())
        {
            respondeu = await ConferirTudoAsync(linhaId, conexao, ct);
        }

        await casar.ExecutarAsync(ct);

        return Desfecho.DeNovoEm(respondeu ? await AteAProximaAsync(linhaId, ct) : opcoes.Value.SemResposta);
    }

    private async Task<Integracao?> LerConexaoAsync(Guid id, CancellationToken ct) =>
        await db.Integracoes.AsNoTracking().SingleOrDefaultAsync(i => i.Id == id && i.AccessToken != null, ct);

    private Task<List<Ligacao>> VencidasAsync(CancellationToken ct)
    {
        var agora = relogio.GetUtcNow();
        return db.Ligacoes.AsNoTracking().Where(l => l.ConferirEm <= agora).OrderBy(l => l.ConferirEm).Take(PorVez).ToListAsync(ct);
    }

    /// <summary>When all calls are asked about: at an interval, which is long for a connection without calls, whoever looks in meanwhile.</summary>
    private async Task<DateTimeOffset> TodasEmAsync(DateTimeOffset? conferida, CancellationToken ct)
    {
        var desde = relogio.GetUtcNow() - opcoes.Value.SemLigacoes;
        var ligou = await db.Ligacoes.AnyAsync(l => l.InicioEm > desde, ct);
        return (conferida ?? DateTimeOffset.MinValue) + (ligou ? opcoes.Value.Intervalo : opcoes.Value.SemLigacoes);
    }

    /// <summary>From the mark to now, stretch by stretch; the mark moves over each stretch that was read to its end.</summary>
    private async Task<bool> ConferirTudoAsync(Guid id, Integracao conexao, CancellationToken ct)
    {
        var agora = relogio.GetUtcNow();
        foreach (var janela in Janela.Trechos(conexao.ConferidaAte - _sobreposicao ?? agora - _primeiraVez, agora))
        {
            if (!await ler.ExecutarAsync(janela, ct))
            {
                return false;
            }

            await MudarAsync(id, i => i.ConferirAte(janela.Ate), ct);
        }

        await MudarAsync(id, i => i.RegistrarConferencia(agora), ct);
        await vigiar.ExecutarAsync(id, ct);
        return true;
    }

    /// <summary>
    /// Plans the next look at calls that were asked about: later, until the recording is there or the waits are used up. A look
    /// that the provider did not answer uses up none.
    /// </summary>
    private Task<int> ReagendarAsync(IReadOnlyCollection<Guid> ligacaoIds, bool respondeu, CancellationToken ct) => db.EmTransacaoAsync(
        async () =>
        {
            db.ChangeTracker.Clear();
            var faltaram = 0;
            foreach (var ligacao in await db.Ligacoes.Where(l => ligacaoIds.Contains(l.Id)).ToListAsync(ct))
            {
                if (!respondeu && ligacao.InicioEm > relogio.GetUtcNow() - _insistirPor)
                {
                    ligacao.ConferirDepoisDe(relogio.GetUtcNow() + opcoes.Value.SemResposta);
                }
                else
                {
                    ligacao.RegistrarConferencia(Completa(ligacao) ? null : ProximaConferencia(ligacao.Conferencias));
                    faltaram += ligacao is { ConferirEm: null, SabidaPeloProvedor: false } ? 1 : 0;
                }
            }

            db.ContarDepoisDoCommit(() => MedidasDaConferencia.Faltaram(faltaram));

            return await db.SaveChangesAsync(ct);
        },
        ct);

    private static bool Completa(Ligacao ligacao) =>
        ligacao.OrigemStatus == OrigemDoFato.Reconciliacao && (ligacao.GravacaoUrl is not null || ligacao.Status != StatusDaLigacao.Atendida);

    private DateTimeOffset? ProximaConferencia(int feitas) =>
        feitas < opcoes.Value.Repetir.Length ? relogio.GetUtcNow() + opcoes.Value.Repetir[feitas] : null;

    private Task<int> MudarAsync(Guid id, Action<Integracao> mudar, CancellationToken ct) => db.EmTransacaoAsync(
        async () =>
        {
            db.ChangeTracker.Clear();
            if (await db.Integracoes.SingleOrDefaultAsync(i => i.Id == id && i.AccessToken != null, ct) is { } conexao)
            {
                mudar(conexao);
            }

            return await db.SaveChangesAsync(ct);
        },
        ct);

    /// <summary>Whichever comes first: a call that waits for its record, or all of them.</summary>
    private Task<TimeSpan> AteAProximaAsync(Guid id, CancellationToken ct) => db.EmTransacaoAsync(
        async () =>
        {
            var agora = relogio.GetUtcNow();
            var conferida = await db.Integracoes.Where(i => i.Id == id).Select(i => i.ReconciliadaEm).SingleOrDefaultAsync(ct) ?? agora;
            var todas = await TodasEmAsync(conferida, ct);
            var uma = await db.Ligacoes.Where(l => l.ConferirEm != null).MinAsync(l => l.ConferirEm, ct);
            return (uma < todas ? uma.Value : todas) - agora;
        },
        ct);
}
