using CrmVoip.Data;
using CrmVoip.Domain;
using CrmVoip.Domain.Atividades;
using CrmVoip.Tenancy;
using CrmVoip.Web;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace CrmVoip.Features.Pessoas.Membros;

/// <summary>An invitation with the secret of its link, which exists nowhere else.</summary>
public sealed record ConvitePronto(Convite Convite, string Segredo);

/// <summary>Why somebody is not invited. Desativado is who could be reactivated instead.</summary>
public sealed record RecusaDoConvite(string Mensagem, Guid? Desativado = null)
    : Recusa(422, "convite_recusado", Mensagem, Campo: nameof(ConviteForm.Email));

/// <summary>Invites a person by e-mail address. Whether the address has an account is neither asked nor told.</summary>
public sealed class CriarConvite(CrmDbContext db, OrganizacaoAtual atual, RevogarConvite revogar, PodeConvidar pode, Auditoria auditoria, TimeProvider relogio)
{
    public async Task<Resultado<ConvitePronto>> ExecutarAsync(ConviteForm form, CancellationToken ct)
    {
        try
        {
            return await db.EmTransacaoAsync(() => ConvidarAsync(form, ct), ct);
        }
        catch (DbUpdateException erro) when (erro.InnerException is PostgresException { ConstraintName: Convite.EmailIndice })
        {
            db.ChangeTracker.Clear();
            return new RecusaDoConvite("Outra pessoa acabou de convidar este e-mail. O convite está na lista.");
        }
    }

    private async Task<Resultado<ConvitePronto>> ConvidarAsync(ConviteForm form, CancellationToken ct)
    {
        var agora = relogio.GetUtcNow();
        var anterior = await db.Convites.EmAberto().SingleOrDefaultAsync(c => c.Email == form.EmailLimpo, ct);
        if (await JaMembroAsync(form.EmailLimpo, ct) is { } recusa)
        {
            return recusa;
        }

        if (anterior?.Situacao(agora) == SituacaoDoConvite.Pendente)
        {
            return new RecusaDoConvite("Esta pessoa já tem um convite pendente. Gere um novo link na lista, ou revogue o convite para mudar o papel.");
        }

        if (await pode.RecusarAsync(ct) is { } impedido)
        {
            return new RecusaDoConvite(impedido.Mensagem);
        }

        // An expired invitation gives way to the new one: only one may be open.
        if (anterior is not null)
        {
            await revogar.ExecutarAsync(anterior.Id, ct);
        }

        var segredo = SegredoDoConvite.Novo();
        var convite = new Convite(atual.IdExigido, form.EmailLimpo, form.Papel!.Value, atual.UsuarioIdExigido, agora);
        convite.Renovar(SegredoDoConvite.Hash(segredo), agora);
        db.Add(convite);
        auditoria.Registrar(new ConviteCriado { Email = convite.Email, Papel = convite.Papel }, convite.Id);
        await db.SaveChangesAsync(ct);
        return new ConvitePronto(convite, segredo);
    }

    private async Task<RecusaDoConvite?> JaMembroAsync(string email, CancellationToken ct)
    {
        var membro = await db.Membros
            .Where(m => m.Email == email)
            .OrderByDescending(m => m.Ativo)
            .Select(m => new { m.UsuarioId, m.Nome, m.Ativo })
            .FirstOrDefaultAsync(ct);
        return membro switch
        {
            null => null,
            { Ativo: true } => new RecusaDoConvite($"{membro.Nome} já é membro da organização."),
            _ => new RecusaDoConvite($"{membro.Nome} já foi membro e está com o acesso desativado.", membro.UsuarioId),
        };
    }
}
