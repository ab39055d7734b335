using CrmVoip.Data;
using CrmVoip.Domain;
using CrmVoip.Domain.Atividades;
using CrmVoip.Web;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.Features.Pessoas.Membros;

/// <summary>Gives an invitation a new link and seven more days: the former link opens nothing any more.</summary>
public sealed class RenovarConvite(CrmDbContext db, PodeConvidar pode, Auditoria auditoria, TimeProvider relogio)
{
    /// <exception cref="RegraVioladaException">It was accepted or revoked meanwhile.</exception>
    public Task<Resultado<ConvitePronto>> ExecutarAsync(Guid id, CancellationToken ct) => db.EmTransacaoAsync(() => RenovarAsync(id, ct), ct);

    private async Task<Resultado<ConvitePronto>> RenovarAsync(Guid id, CancellationToken ct)
    {
        await db.TravarConviteAsync(id, ct);
        if (await db.Convites.SingleOrDefaultAsync(c => c.Id == id, ct) is not { } convite)
        {
            return Recusa.NaoEncontrada;
        }

        if (await pode.RecusarAsync(ct) is { } impedido)
        {
            return impedido;
        }

        var segredo = SegredoDoConvite.Novo();
        convite.Renovar(SegredoDoConvite.Hash(segredo), relogio.GetUtcNow());
        auditoria.Registrar(new ConviteRenovado { Email = convite.Email, Papel = convite.Papel }, convite.Id);
        await db.SaveChangesAsync(ct);
        return new ConvitePronto(convite, segredo);
    }
}
