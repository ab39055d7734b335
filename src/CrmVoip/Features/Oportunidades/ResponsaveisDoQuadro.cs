using CrmVoip.Data;
using CrmVoip.Domain;
using CrmVoip.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;

namespace CrmVoip.Features.Oportunidades;

public sealed record Responsavel(Guid Id, string Nome)
{
    /// <summary>Follows the name of who has left.</summary>
    public const string Desativado = " (desativado)";
}

/// <summary>
/// The people the board can be filtered by: also who was deactivated and still has open deals, which somebody must take over.
/// Kept for a minute: the board is opened far more often than a team changes.
/// </summary>
public sealed class ResponsaveisDoQuadro(IMemoryCache cache, CrmDbContext db, OrganizacaoAtual atual)
{
    private static readonly TimeSpan _validade = TimeSpan.FromMinutes(1);

    /// <summary>The person who asks stands first.</summary>
    public async Task<IReadOnlyList<Responsavel>> ListarAsync(CancellationToken ct)
    {
        var todos = await cache.GetOrCreateAsync($"responsaveis:{atual.IdExigido:N}", entrada =>
        {
            entrada.AbsoluteExpirationRelativeToNow = _validade;
            return db.Membros
                .Where(m => m.Ativo || db.Oportunidades.Any(o => o.ResponsavelId == m.UsuarioId && o.Situacao == SituacaoDaOportunidade.Aberta))
                .OrderBy(m => m.Nome)
                .Select(m => new Responsavel(m.UsuarioId, m.Ativo ? m.Nome : m.Nome + Responsavel.Desativado))
                .ToListAsync(ct);
        });
        return [.. todos!.OrderByDescending(r => r.Id == atual.UsuarioId)];
    }
}
