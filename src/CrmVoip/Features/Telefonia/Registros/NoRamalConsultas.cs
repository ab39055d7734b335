using CrmVoip.Data;
using CrmVoip.Domain.Ligacoes;
using CrmVoip.Domain.Telefonia;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.Features.Telefonia.Registros;

/// <summary>A call of ours as pairing needs it, and the SIP domain it was placed in.</summary>
public sealed record LigacaoParaCasar(string? SipDomain, LigacaoNoRamal NoRamal);

/// <summary>What pairing reads: by (organização, ramal, time), whatever the organization holds beside.</summary>
public static class NoRamalConsultas
{
    private const int AmostrasDoRelogio = 15;
    private static readonly TimeSpan _maisLonga = TimeSpan.FromHours(12);
    private static readonly TimeSpan _relogioDeAteQuando = TimeSpan.FromHours(12);

    // An end that both sides bring about; what the network ends, each side notices by itself.
    private static readonly HashSet<string> _combinadas = ["normal", "busy", "no_answer", "rejected", "not_found", "forbidden", "cancelled"];

    public static IQueryable<RegistroDoProvedor> RegistrosNoRamal(this CrmDbContext db, string ramal, DateTimeOffset de, DateTimeOffset ate) =>
        db.RegistrosDoProvedor.Where(r => r.Ramal == ramal && r.ComecoEm >= de && r.ComecoEm <= ate && r.Direcao == DirecaoDaLigacao.Saida);

    public static async Task<List<LigacaoParaCasar>> LigacoesNoRamalAsync(
        this CrmDbContext db, string ramal, DateTimeOffset de, DateTimeOffset ate, IReadOnlyCollection<RegistroDoProvedor> registros, CancellationToken ct)
    {
        // A record without a start is known by its end: a long call began before the span. A call that a record names may lie anywhere.
        var cedo = de - _maisLonga;
        var nomeadas = registros.Select(r => r.TentativaId).OfType<Guid>().ToList();
        var ligacoes = await db.Ligacoes.AsNoTracking()
            .Where(l => l.Origem == OrigemDaLigacao.Crm)
            .Where(l => l.RamalConfirmado || nomeadas.Contains(l.Id))
            .Where(l => (l.Ramal == ramal && l.InicioEm >= cedo && l.InicioEm <= ate && (l.InicioEm >= de || l.UltimoSinalEm >= de || l.FimEm >= de)) || nomeadas.Contains(l.Id))
            .ToListAsync(ct);
        var ids = ligacoes.ConvertAll(l => l.Id);
        var fatos = await db.LigacaoEventos.AsNoTracking()
            .Where(e => ids.Contains(e.LigacaoId) && e.Origem == OrigemDoFato.Navegador)
            .ToListAsync(ct);
        var porLigacao = fatos.ToLookup(e => e.LigacaoId);
        var vivaDesde = await db.AgoraAsync(ct) - Ligacao.VivaAte;
        return [.. ligacoes.Select(l => new LigacaoParaCasar(l.SipDomain, NoRamal(l, [.. porLigacao[l.Id]], vivaDesde)))];
    }

    /// <summary>
    /// How far the provider's clock was ahead in the calls around that moment whose pair is beyond doubt; where there is none, in
    /// those that stood alone, when several of them agree.
    /// </summary>
    public static async Task<TimeSpan?> RelogioPertoAsync(
        this CrmDbContext db, DateTimeOffset perto, CancellationToken ct, IReadOnlyCollection<Guid>? exceto = null)
    {
        var certas = await db.AmostrasDoRelogioAsync(perto, exceto ?? [], [MotivoDoVinculo.Tentativa, MotivoDoVinculo.ProvedorId, MotivoDoVinculo.Ordem], ct);
        return certas.Count > 0
            ? RelogioDoProvedor.Mediana(certas)
            : RelogioDoProvedor.Combinado(await db.AmostrasDoRelogioAsync(perto, exceto ?? [], [MotivoDoVinculo.Proximidade], ct));
    }

    // Ordered as the index is, so that it stops at the samples it needs.
    private static Task<List<TimeSpan>> AmostrasDoRelogioAsync(
        this CrmDbContext db, DateTimeOffset perto, IReadOnlyCollection<Guid> exceto, MotivoDoVinculo[] motivos, CancellationToken ct)
    {
        var (de, ate) = (perto - _relogioDeAteQuando, perto + _relogioDeAteQuando);
        return db.RegistrosDoProvedor
            .Where(r => r.ComecoEm >= de && r.ComecoEm <= ate && r.AdiantadoMs != null && motivos.Contains(r.Motivo!.Value) && !exceto.Contains(r.Id))
            .OrderByDescending(r => r.ComecoEm)
            .Select(r => TimeSpan.FromMilliseconds(r.AdiantadoMs!.Value))
            .Take(AmostrasDoRelogio)
            .ToListAsync(ct);
    }

    private static LigacaoNoRamal NoRamal(Ligacao ligacao, LigacaoEvento[] fatos, DateTimeOffset vivaDesde)
    {
        var fim = fatos.Where(f => f.Tipo == TipoDeEvento.Encerrada).MaxBy(f => f.OcorridoEm);
        var atendida = fatos.Where(f => f.Tipo == TipoDeEvento.Atendida).Min(f => (DateTimeOffset?)f.OcorridoEm);
        var combinado = _combinadas.Contains(fim?.Dados.Causa ?? "");
        return new LigacaoNoRamal(ligacao.Id, ligacao.Contraparte, ligacao.CriadoEm, ligacao.InicioEm)
        {
            ChamandoEm = fatos.Where(f => f.Tipo == TipoDeEvento.Chamando).Min(f => (DateTimeOffset?)f.OcorridoEm),
            FimEm = fim?.OcorridoEm,
            FimCombinado = combinado,
            UltimoSinalEm = fim is null ? ligacao.UltimoSinalEm : null,
            Viva = fim is null && ligacao.UltimoSinalEm > vivaDesde,
            Atendida = atendida is not null ? true : combinado ? false : null,
            Conversa = atendida is not null && fim is not null ? (int)Math.Round((fim.OcorridoEm - atendida.Value).TotalSeconds) : null,
            PeloDiscador = ligacao.PeloDiscador,
        };
    }
}
