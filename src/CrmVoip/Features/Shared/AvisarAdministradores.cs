using CrmVoip.Data;
using CrmVoip.Domain;
using CrmVoip.Mail;
using CrmVoip.Tenancy;
using CrmVoip.Web;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace CrmVoip.Features.Shared;

/// <summary>Writes to the administradores of the organization about its connection.</summary>
public sealed class AvisarAdministradores(CrmDbContext db, OrganizacaoAtual atual, FilaDeCorreio correio, IOptions<OpcoesDoProvedor> opcoes)
{
    /// <param name="assunto">With {0} for the organization.</param>
    /// <param name="texto">What happened and what to do.</param>
    /// <param name="ct">Ends the work.</param>
    public async Task ExecutarAsync(string assunto, string texto, CancellationToken ct)
    {
        var administradores = await db.Membros
            .Where(m => m.Papel == Papel.Administrador && m.Ativo)
            .Select(m => new { m.Nome, m.Email })
            .ToListAsync(ct);
        List<Mensagem> mensagens =
        [
            .. administradores.Select(a => new Mensagem(
                a.Email,
                string.Format(System.Globalization.CultureInfo.InvariantCulture, assunto, atual.Exigido.Nome),
                $"""
                Olá, {a.Nome}.

                {texto}

                Onde: {Onde}

                Esta mensagem é enviada uma vez a cada administrador da organização.
                """)),
        ];
        db.DepoisDoCommit(() => correio.Enviar(mensagens));
    }

    private string Onde => opcoes.Value.UrlPublica is { Length: > 0 } url
        ? $"{url.TrimEnd('/')}/o/{atual.Exigido.Slug}/conexoes"
        : "Conexões, no menu do CrmVoip";
}
