using CrmVoip.Domain;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.Data;

public static class IntegracoesConsultas
{
    /// <summary>The connection to API4COM, while it has its token: none or one of an organization.</summary>
    public static IQueryable<Integracao> Conectadas(this IQueryable<Integracao> integracoes) =>
        integracoes.Where(i => i.Plataforma == PlataformaEnum.Api4com && i.AccessToken != null);

    /// <summary>The connection to API4COM: none or one. Everybody asks for it here.</summary>
    public static IQueryable<Integracao> ConexaoAtual(this CrmDbContext db) => db.Integracoes.Where(i => i.Plataforma == PlataformaEnum.Api4com);

    /// <summary>The connection to API4COM, to read; null where there never was one.</summary>
    public static Task<Integracao?> ConexaoAsync(this CrmDbContext db, CancellationToken ct) =>
        db.ConexaoAtual().AsNoTracking().SingleOrDefaultAsync(ct);

    /// <summary>Empty while nothing is connected.</summary>
    public static async Task<string> LugarDosRamaisAsync(this CrmDbContext db, CancellationToken ct) =>
        (await db.ConexaoAsync(ct))?.LugarDosRamais ?? "";
}
