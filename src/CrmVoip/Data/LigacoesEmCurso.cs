using CrmVoip.Domain.Ligacoes;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.Data;

public static class LigacoesEmCurso
{
    // Two of the phone's heartbeats.
    private static readonly TimeSpan _vivaAte = TimeSpan.FromSeconds(30);

    /// <summary>Whether the person is talking right now: their page must then not be reloaded.</summary>
    public static Task<bool> EstaEmLigacaoAsync(this CrmDbContext db, Guid usuarioId, DateTimeOffset agora, CancellationToken ct)
    {
        var desde = agora - _vivaAte;
        return db.Ligacoes.AnyAsync(l => l.UsuarioId == usuarioId && l.Status == StatusDaLigacao.EmAndamento && l.UltimoSinalEm > desde, ct);
    }
}
