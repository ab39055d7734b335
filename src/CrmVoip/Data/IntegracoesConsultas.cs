using CrmVoip.Domain;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.Data;

public static class IntegracoesConsultas
{
    /// <summary>The connection to API4COM, while it has its token: none or one of an organization.</summary>
    public static IQueryable<Integracao> Conectadas(this IQueryable<Integracao> integracoes) =>
        integracoes.Where(i => i.Plataforma == PlataformaEnum.Api4com && i.AccessToken != null);

    /// <summary>The connection to API4COM, to read; null where there never was one.</summary>
    public static Task<Integracao?> ConexaoAsync(this CrmDbContext db, CancellationToken ct) =>
        db.Integracoes.AsNoTracking().SingleOrDefaultAsync(i => i.Plataforma == PlataformaEnum.Api4com, ct);

    /// <summary>Empty while nothing is connected.</summary>
    public static async Task<string> LugarDosRamaisAsync(this CrmDbContext db, CancellationToken ct) =>
        (await db.ConexaoAsync(ct))?.LugarDosRamais ?? "";
}
