using System.Linq.Expressions;
using CrmVoip.Data;
using CrmVoip.Domain;
using CrmVoip.Mail;
using CrmVoip.Tenancy;
using CrmVoip.Web;
using CrmVoip.Work;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace CrmVoip.Features.Pessoas.Correio;

public sealed record Destinatario(string Nome, string Email);

/// <summary>Mails about the connection, one work for each administrador. Each is written when it is sent, and not sent when its reason is gone.</summary>
public sealed class AvisosAosAdministradores(
    CrmDbContext db, OrganizacaoAtual atual, Agenda agenda, ICorreio correio, IOptions<OpcoesDoProvedor> opcoes)
{
    /// <summary>Where the administrador mends it.</summary>
    public string Conexoes => opcoes.Value.Endereco($"/o/{atual.Exigido.Slug}/conexoes") ?? "Conexões, no menu do CrmVoip";

    /// <summary>In the transaction that found the reason. The line of the work is the administrador.</summary>
    public async Task AgendarAsync<T>(CancellationToken ct)
        where T : ITrabalho
    {
        foreach (var usuarioId in await db.Membros.Administradores().Select(m => m.UsuarioId).ToListAsync(ct))
        {
            await agenda.AgendarAsync<T>(usuarioId, ct);
        }
    }

    /// <summary>Null when the person is no administrador any more, or the connection is not in that state.</summary>
    public Task<Destinatario?> DestinatarioAsync(Guid usuarioId, Expression<Func<Integracao, bool>> enquanto, CancellationToken ct)
    {
        var conexoes = db.Integracoes.Where(enquanto);
        return db.Membros.Administradores()
            .Where(m => m.UsuarioId == usuarioId && conexoes.Any())
            .Select(m => new Destinatario(m.Nome, m.Email))
            .SingleOrDefaultAsync(ct);
    }

    public async Task EnviarAsync(Destinatario? destinatario, string assunto, string corpo, CancellationToken ct)
    {
        if (destinatario is null || !correio.Configurado)
        {
            return;
        }

        var texto = $"""
            Olá, {destinatario.Nome}.

            {corpo}

            Esta mensagem é enviada uma vez a cada administrador da organização.
            """;
        await correio.EnviarAsync(new Mensagem(destinatario.Email, assunto, texto), ct);
    }
}
