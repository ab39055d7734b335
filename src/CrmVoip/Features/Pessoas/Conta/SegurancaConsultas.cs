using CrmVoip.Data;
using CrmVoip.Domain;
using CrmVoip.Web;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.Features.Pessoas.Conta;

public sealed record FatoDaConta(DateTimeOffset OcorridoEm, string Acao, string? Ip, string? Agente)
{
    public string Oque => FrasesDaConta.Todas.GetValueOrDefault(Acao, Acao);

    public string Onde => Agente == EventoDeConta.AgenteDoOperador ? "Operador do servidor" : AgenteEmPalavras.De(Agente) ?? "–";
}

public static class SegurancaConsultas
{
    private const int Ultimos = 10;

    public static Task<List<FatoDaConta>> UltimosFatosAsync(this ContasDbContext db, Guid usuarioId, CancellationToken ct) =>
        db.EventosDeConta
            .Where(e => e.UsuarioId == usuarioId)
            .OrderByDescending(e => e.OcorridoEm)
            .Take(Ultimos)
            .Select(e => new FatoDaConta(e.OcorridoEm, e.Acao, e.Ip, e.Agente))
            .ToListAsync(ct);
}
