using CrmVoip.Data;
using CrmVoip.Web;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.Features.Pessoas.Conta;

public sealed record FatoDaConta(DateTimeOffset OcorridoEm, string Acao, string? Ip, string? Agente)
{
    public string Oque => FrasesDaConta.Todas.GetValueOrDefault(Acao, Acao);

    public string Onde => Agente == AgenteDoOperador ? "Operador do servidor" : AgenteEmPalavras.De(Agente) ?? "–";

    /// <summary>In the place of a browser: a link made at the server's console.</summary>
    public const string AgenteDoOperador = "operador";
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
