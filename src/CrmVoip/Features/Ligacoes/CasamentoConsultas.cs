using CrmVoip.Api4Com;
using CrmVoip.Api4Com.Models;
using CrmVoip.Data;
using CrmVoip.Domain.Ligacoes;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.Features.Ligacoes;

/// <summary>Finds our side of what the provider speaks of.</summary>
public static class CasamentoConsultas
{
    public static async Task<Guid?> LigacaoDoAvisoAsync(this CrmDbContext db, Api4ComWebhook aviso, DateTimeOffset recebidoEm, CancellationToken ct)
    {
        var inicio = aviso.StartedAt ?? aviso.EndedAt?.AddSeconds(-(aviso.DurationSeconds ?? 0)) ?? recebidoEm;
        var tentativa = Tentativa(aviso.AttemptId);
        var (de, ate) = (inicio - Casamento.Tolerancia, inicio + Casamento.Tolerancia);
        var candidatas = await db.Ligacoes
            .Where(l => l.Id == tentativa || l.ProvedorIds.Contains(aviso.CallId) || (l.NumeroOrigem == aviso.Caller && l.InicioEm >= de && l.InicioEm <= ate))
            .ParaCasar()
            .ToListAsync(ct);
        var registro = new RegistroParaCasar(aviso.CallId, aviso.Domain, aviso.Caller, aviso.Called, inicio, tentativa);
        return Casamento.Casar([registro], candidatas).TryGetValue(aviso.CallId, out var id) ? id : null;
    }

    public static Task<List<LigacaoParaCasar>> LigacoesEntreAsync(this CrmDbContext db, DateTimeOffset de, DateTimeOffset ate, CancellationToken ct) =>
        db.Ligacoes.Where(l => l.InicioEm >= de && l.InicioEm <= ate).ParaCasar().ToListAsync(ct);

    public static RegistroParaCasar ParaCasar(this Api4ComCall registro) =>
        new(registro.Id, registro.Domain, registro.From, registro.To, registro.StartedAt, Tentativa(registro.AttemptId));

    private static Guid? Tentativa(string? texto) => Guid.TryParse(texto, out var id) ? id : null;

    private static IQueryable<LigacaoParaCasar> ParaCasar(this IQueryable<Ligacao> ligacoes) =>
        ligacoes.Select(l => new LigacaoParaCasar(l.Id, l.ProvedorIds, l.SipDomain, l.NumeroOrigem, l.NumeroDestino, l.InicioEm));
}
