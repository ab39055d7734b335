using CrmVoip.Domain;
using CrmVoip.Domain.Telefonia;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.Data;

public static class TitularesDosRamais
{
    /// <summary>Keeps who holds a ramal, after it was given, changed, confirmed or taken away. Part of the caller's unit of work.</summary>
    public static async Task ManterTitularAsync(this CrmDbContext db, RamalVoip ramal, DateTimeOffset agora, CancellationToken ct)
    {
        var confirmado = ramal.Confirmado(await db.ConexaoAsync(ct));
        var abertos = await AbertosAsync(db, ramal, confirmado, ct);
        var vale = ramal.RevogadoEm is null;
        var seu = vale ? abertos.Find(t => EhDe(t, ramal) && (t.Confirmado ?? confirmado) == confirmado) : null;
        foreach (var titular in abertos.Where(t => t != seu))
        {
            titular.Encerrar(agora);
        }

        seu?.Confirmado = confirmado;
        if (vale && seu is null)
        {
            var antes = abertos.Find(t => EhDe(t, ramal));
            db.Add(new RamalTitular(ramal.OrganizacaoId, ramal.SipServer, ramal.Extension, ramal.UsuarioId, agora)
            {
                Confirmado = confirmado,
                UltimoUsoEm = antes?.UltimoUsoEm,
                UsosDesde = antes is null ? agora : antes.UsosDesde,
            });
        }
    }

    /// <summary>A phone of its person uses it now.</summary>
    public static Task UsarAsync(this CrmDbContext db, RamalVoip ramal, DateTimeOffset agora, CancellationToken ct) =>
        db.RamaisTitulares
            .Where(t => t.Ate == null && t.UsuarioId == ramal.UsuarioId && t.Extension == ramal.Extension && t.SipDomain == ramal.SipServer)
            .ExecuteUpdateAsync(t => t.SetProperty(x => x.UltimoUsoEm, agora), ct);

    /// <summary>Whether that number counts as another person's. Told without the ramais, which the walls show to their person alone.</summary>
    public static async Task<bool> NumeroDeOutraAsync(this CrmDbContext db, string extension, Guid usuarioId, CancellationToken ct)
    {
        var deOutras = await db.RamaisTitulares
            .Where(t => t.Ate == null && t.Confirmado == true && t.UsuarioId != usuarioId)
            .Select(t => t.Extension)
            .ToListAsync(ct);
        return deOutras.Contains(extension, StringComparer.OrdinalIgnoreCase);
    }

    // Who only says so ends nobody else's.
    private static Task<List<RamalTitular>> AbertosAsync(CrmDbContext db, RamalVoip ramal, bool confirmado, CancellationToken ct) =>
        db.RamaisTitulares
            .Where(t => t.Ate == null && (t.UsuarioId == ramal.UsuarioId || (confirmado && t.Extension == ramal.Extension && t.SipDomain == ramal.SipServer)))
            .ToListAsync(ct);

    private static bool EhDe(RamalTitular titular, RamalVoip ramal) =>
        titular.UsuarioId == ramal.UsuarioId && titular.Extension == ramal.Extension && titular.SipDomain == ramal.SipServer;
}
