using CrmVoip.Data;
using CrmVoip.Domain.Telefonia;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.Features.Telefonia.Registros;

/// <summary>
/// Writes down who holds the ramais that were given before holders were kept. Read in the name of an administrador, whom alone the
/// walls show them.
/// </summary>
public sealed class PreencherTitulares(CrmDbContext db, EscopoDaOrganizacao escopos)
{
    public async Task ExecutarAsync(CancellationToken ct)
    {
        var administrador = await db.EmTransacaoAsync(
            () => db.Membros.Administradores().Select(m => (Guid?)m.UsuarioId).FirstOrDefaultAsync(ct), ct);
        if (administrador is not { } quem || await escopos.AbrirAsync(db.Organizacao.IdExigido, ct, quem) is not { } escopo)
        {
            return;
        }

        await using (escopo)
        {
            await escopo.Db.EmTransacaoAsync(() => PreencherAsync(escopo.Db, ct), ct);
        }
    }

    private static async Task<int> PreencherAsync(CrmDbContext db, CancellationToken ct)
    {
        await db.TravarRamaisAsync(ct);
        var ramais = await db.RamaisDeSempre().AsNoTracking().ToListAsync(ct);
        var conhecidos = await db.RamaisTitulares.Select(t => new { t.UsuarioId, t.Extension, t.SipDomain }).ToListAsync(ct);
        foreach (var ramal in ramais.Where(r => !conhecidos.Exists(c => c.UsuarioId == r.UsuarioId && c.Extension == r.Extension && c.SipDomain == r.SipServer)))
        {
            var titular = new RamalTitular(ramal.OrganizacaoId, ramal.SipServer, ramal.Extension, ramal.UsuarioId, ramal.CriadoEm) { UsosDesde = null };
            if (ramal.RevogadoEm is { } ate)
            {
                titular.Encerrar(ate);
            }

            db.Add(titular);
        }

        return await db.SaveChangesAsync(ct);
    }
}
