using CrmVoip.Data;
using CrmVoip.Domain;
using CrmVoip.Domain.Atividades;
using CrmVoip.Features.Pessoas.Correio;
using CrmVoip.Tenancy;
using CrmVoip.Web;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.Features.Pessoas.Conta;

/// <summary>What the address of an invitation carries.</summary>
public sealed record LinkDoConvite(Guid OrganizacaoId, Guid Id, string Segredo)
{
    /// <summary>The part that opens the invitation.</summary>
    public string Chave => Segredo.Split('.')[0];

    /// <summary>What only the mail carries behind it: who has it can read that mailbox.</summary>
    public string? Prova => Segredo.Split('.') is [_, var prova] ? prova : null;

    public override string ToString() => $"{OrganizacaoId} {Id}";
}

/// <summary>
/// An invitation as its link shows it. JaMembro is who accepted it and still works there; Provado: the link came by the mail to
/// that address, and nobody else has it.
/// </summary>
public sealed record ConviteLido(
    Vinculo Organizacao, string Email, Papel Papel, string ConvidadoPor, DateTimeOffset ExpiraEm, SituacaoDoConvite Situacao, Guid? JaMembro, bool Provado);

/// <summary>Reads an invitation by its link, and makes a member of who accepts it: once, however often it is asked.</summary>
public sealed class AceitarConvite(EscopoDaOrganizacao escopos, ProvaDeEndereco provas, EnderecoConfirmado endereco, TimeProvider relogio)
{
    /// <summary>Null when there is no such invitation, or the secret is not its own: the two must look the same.</summary>
    public async Task<ConviteLido?> LerAsync(LinkDoConvite link, CancellationToken ct)
    {
        await using var escopo = await escopos.AbrirAsync(link.OrganizacaoId, ct);
        return escopo is null ? null : await escopo.Db.EmTransacaoAsync(() => LerAsync(escopo.Db, link, ct), ct);
    }

    /// <returns>The organization; refused alike when there is no such invitation, when it is not this person's, and when it is past.</returns>
    public async Task<Resultado<Vinculo>> ExecutarAsync(LinkDoConvite link, Usuario usuario, CancellationToken ct)
    {
        await using var escopo = await escopos.AbrirAsync(link.OrganizacaoId, ct);
        if (escopo is null)
        {
            return Recusa.NaoEncontrada;
        }

        var atual = escopo.Services.GetRequiredService<OrganizacaoAtual>();
        atual.DefinirUsuario(usuario.Id);
        var auditoria = escopo.Services.GetRequiredService<Auditoria>();
        if (!await escopo.Db.EmTransacaoAsync(() => AceitarAsync(escopo.Db, auditoria, link, usuario, ct), ct))
        {
            return Recusa.NaoEncontrada;
        }

        if (!usuario.EmailConfirmed && provas.Vale(link.Id, usuario.Email!, link.Prova))
        {
            await endereco.ConfirmarAsync(usuario);
        }

        return atual.Exigido;
    }

    private async Task<ConviteLido?> LerAsync(CrmDbContext db, LinkDoConvite link, CancellationToken ct)
    {
        if (await db.Convites.AsNoTracking().SingleOrDefaultAsync(c => c.Id == link.Id, ct) is not { } convite || !convite.Confere(link.Chave))
        {
            return null;
        }

        return new ConviteLido(
            db.Organizacao.Exigido,
            convite.Email,
            convite.Papel,
            await db.Membros.Where(m => m.UsuarioId == convite.CriadoPor).Select(m => m.Nome).SingleAsync(ct),
            convite.ExpiraEm,
            convite.Situacao(relogio.GetUtcNow()),
            await db.Membros.Where(m => m.UsuarioId == convite.AceitoPor && m.Ativo).Select(m => (Guid?)m.UsuarioId).SingleOrDefaultAsync(ct),
            provas.Vale(convite.Id, convite.Email, link.Prova));
    }

    private async Task<bool> AceitarAsync(CrmDbContext db, Auditoria auditoria, LinkDoConvite link, Usuario usuario, CancellationToken ct)
    {
        // The second of two clicks waits here, and finds it accepted.
        await db.TravarConviteAsync(link.Id, ct);
        if (await db.Convites.SingleOrDefaultAsync(c => c.Id == link.Id, ct) is not { } convite
            || !convite.Confere(link.Chave)
            || !string.Equals(convite.Email, usuario.Email, StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        var agora = relogio.GetUtcNow();
        var membro = await db.Membros.SingleOrDefaultAsync(m => m.UsuarioId == usuario.Id, ct);
        if (convite.Situacao(agora) != SituacaoDoConvite.Pendente)
        {
            return convite.AceitoPor == usuario.Id && membro is { Ativo: true };
        }

        if (membro is null)
        {
            membro = new Membro(link.OrganizacaoId, usuario.Id, usuario.Nome, convite.Email, convite.Papel);
            db.Add(membro);
        }
        else if (!membro.Ativo)
        {
            membro.Reativar(convite.Papel);
        }

        await db.AplicarExigenciaAsync(membro, ct);
        convite.Aceitar(usuario.Id, agora);
        auditoria.Registrar(new ConviteAceito { Email = convite.Email, Papel = membro.Papel }, convite.Id);
        await db.SaveChangesAsync(ct);
        return true;
    }
}
