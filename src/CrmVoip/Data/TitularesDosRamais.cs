using CrmVoip.Domain;
using CrmVoip.Domain.Telefonia;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.Data;

public static class TitularesDosRamais
{
    /// <summary>Keeps who holds a ramal, after it was given, changed or taken away. Part of the caller's unit of work.</summary>
    public static async Task ManterTitularAsync(this CrmDbContext db, RamalVoip ramal, DateTimeOffset agora, CancellationToken ct)
    {
        var abertos = await db.RamaisTitulares
            .Where(t => t.Ate == null && (t.UsuarioId == ramal.UsuarioId || (t.Extension == ramal.Extension && t.SipDomain == ramal.SipServer)))
            .ToListAsync(ct);
        var vale = ramal.RevogadoEm is null;
        foreach (var titular in abertos.Where(t => !vale || !EhDe(t, ramal)))
        {
            titular.Encerrar(agora);
        }

        if (vale && !abertos.Exists(t => EhDe(t, ramal)))
        {
            db.Add(new RamalTitular(ramal.OrganizacaoId, ramal.SipServer, ramal.Extension, ramal.UsuarioId, agora));
        }
    }

    private static bool EhDe(RamalTitular titular, RamalVoip ramal) =>
        titular.UsuarioId == ramal.UsuarioId && titular.Extension == ramal.Extension && titular.SipDomain == ramal.SipServer;
}
