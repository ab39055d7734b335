using CrmVoip.Domain.Ligacoes;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.Data;

public static class LigacoesEmCurso
{
    /// <summary>Whether the person is talking right now: their page must then not be reloaded.</summary>
    public static Task<bool> EstaEmLigacaoAsync(this CrmDbContext db, Guid usuarioId, DateTimeOffset agora, CancellationToken ct)
    {
        var desde = agora - Ligacao.VivaAte;
        return db.Ligacoes.AnyAsync(l => l.UsuarioId == usuarioId && l.Status == StatusDaLigacao.EmAndamento && l.UltimoSinalEm > desde, ct);
    }
}
