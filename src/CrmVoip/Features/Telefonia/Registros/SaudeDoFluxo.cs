using CrmVoip.Data;
using CrmVoip.Domain.Ligacoes;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.Features.Telefonia.Registros;

/// <summary>
/// Calls of a span of time, and what the provider knew of them. Feitas: made here, and long enough over for the provider to know or
/// known to it already. Encontradas: of those, with its record. Fora: made outside. EmDuvida: records that may be one of several calls.
/// </summary>
public sealed record ContagemDoFluxo(int Feitas, int Encontradas, int Fora, int EmDuvida)
{
    private const int PoucasParaJulgar = 3;
    private const int BastantesParaJulgarParte = 10;

    public int NaoEncontradas => Feitas - Encontradas;

    /// <summary>Calls were made and nothing came.</summary>
    public bool Calado => Feitas >= PoucasParaJulgar && Encontradas == 0;

    /// <summary>Part of them came.</summary>
    public bool Falho => Feitas >= BastantesParaJulgarParte && Encontradas > 0 && Encontradas * 2 < Feitas;
}

/// <summary>How well the provider tells of the calls. Adiantado: how far its clock is ahead of ours; null while unknown.</summary>
public sealed record SaudeDoFluxo(
    DateTimeOffset? UltimoGanchoEm, DateTimeOffset? ConferidaEm, DateTimeOffset? ConferidaAte, ContagemDoFluxo Em24Horas, ContagemDoFluxo Em7Dias, TimeSpan? Adiantado)
{
    public bool Alerta => Em24Horas.Calado || Em24Horas.Falho;

    public string Relogio => Adiantado switch
    {
        null => "desconhecido até as primeiras ligações",
        { TotalSeconds: > -30 and < 30 } => "certo",
        { Ticks: > 0 } quanto => $"{Math.Round(quanto.TotalMinutes, 1)} min adiantado; as horas são corrigidas",
        { } quanto => $"{Math.Round(-quanto.TotalMinutes, 1)} min atrasado; as horas são corrigidas",
    };
}

public static class SaudeDoFluxoConsultas
{
    // A call still fresh may be missing without anything being wrong.
    private static readonly TimeSpan _recente = TimeSpan.FromMinutes(10);

    public static async Task<SaudeDoFluxo> SaudeDoFluxoAsync(this CrmDbContext db, DateTimeOffset agora, CancellationToken ct)
    {
        var conexao = await db.ConexaoAtual()
            .Select(i => new { i.ReconciliadaEm, i.ConferidaAte })
            .SingleOrDefaultAsync(ct);
        return new SaudeDoFluxo(
            await db.EventosDoProvedor.MaxAsync(e => (DateTimeOffset?)e.RecebidoEm, ct),
            conexao?.ReconciliadaEm,
            conexao?.ConferidaAte,
            await db.FluxoDoDiaAsync(agora, ct),
            await db.ContarFluxoAsync(agora - TimeSpan.FromDays(7), agora, ct),
            await db.RelogioPertoAsync(agora, ct));
    }

    /// <summary>Of the last 24 hours: what is judged.</summary>
    public static Task<ContagemDoFluxo> FluxoDoDiaAsync(this CrmDbContext db, DateTimeOffset agora, CancellationToken ct) =>
        db.ContarFluxoAsync(agora - TimeSpan.FromHours(24), agora, ct);

    public static async Task<ContagemDoFluxo> ContarFluxoAsync(this CrmDbContext db, DateTimeOffset de, DateTimeOffset agora, CancellationToken ct)
    {
        var doPeriodo = db.Ligacoes.Contadas().Where(l => l.InicioEm >= de && l.InicioEm <= agora);
        var ate = agora - _recente;
        var feitas = doPeriodo.Where(l => l.Origem == OrigemDaLigacao.Crm && l.Status != StatusDaLigacao.EmAndamento);
        OrigemDoFato[] doProvedor = [OrigemDoFato.Webhook, OrigemDoFato.Reconciliacao];
        return new ContagemDoFluxo(
            await feitas.CountAsync(l => l.InicioEm <= ate || doProvedor.Contains(l.OrigemStatus), ct),
            await feitas.CountAsync(l => doProvedor.Contains(l.OrigemStatus), ct),
            await doPeriodo.CountAsync(l => l.Origem == OrigemDaLigacao.ForaDoCrm && !l.AMao, ct),
            await db.RegistrosDoProvedor.CountAsync(r => r.ComecoEm >= de && r.Candidatas.Length > 0, ct));
    }
}
