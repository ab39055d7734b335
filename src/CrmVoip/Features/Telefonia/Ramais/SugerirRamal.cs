using CrmVoip.Data;
using CrmVoip.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.Features.Telefonia.Ramais;

/// <summary>Fills the form of a person without a ramal from the provider's list, by e-mail. What the provider does not say can be typed.</summary>
public sealed class SugerirRamal(CrmDbContext db, OrganizacaoAtual atual, RamaisDaApi4Com naApi4Com)
{
    public async Task<RamalForm> ExecutarAsync(CancellationToken ct)
    {
        var (dominio, email) = await db.EmTransacaoAsync(() => LerAsync(ct), ct);
        var ramais = await naApi4Com.TentarListarAsync(ct) ?? [];
        var meu = ramais.FirstOrDefault(r => string.Equals(r.Email, email, StringComparison.OrdinalIgnoreCase));
        return new RamalForm
        {
            Extension = meu?.Number,
            SipServer = meu?.Domain ?? dominio,
            NomeExibicao = meu?.DisplayName ?? atual.Exigido.NomeDoUsuario,
        };
    }

    private async Task<(string? Dominio, string Email)> LerAsync(CancellationToken ct) => (
        await db.ConexaoAtual().Select(i => i.SipDomain).SingleOrDefaultAsync(ct),
        await db.Membros.Where(m => m.UsuarioId == atual.UsuarioIdExigido).Select(m => m.Email).SingleAsync(ct));
}
