using CrmVoip.Data;
using CrmVoip.Domain;
using CrmVoip.Mail;
using CrmVoip.Tenancy;
using CrmVoip.Web;
using CrmVoip.Work;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace CrmVoip.Features.Shared;

/// <summary>Tells one administrador by mail that the provider refuses the token. Written when it is sent: mended meanwhile, it is not sent.</summary>
public sealed class AvisarTokenRecusado(
    CrmDbContext db, OrganizacaoAtual atual, ICorreio correio, IOptions<OpcoesDoProvedor> opcoes) : ITrabalho
{
    public static string Tipo => "avisar-token-recusado";

    public static bool Lento => true;

    // Half a day of a mail server that is down.
    public static int TentativasMaximo => 34;

    /// <summary>The line is the administrador.</summary>
    public async Task<Desfecho> ExecutarAsync(Guid linhaId, int tentativa, CancellationToken ct)
    {
        var destino = await db.EmTransacaoAsync(
            () => db.Membros
                .Where(m => m.UsuarioId == linhaId && m.Papel == Papel.Administrador && m.Ativo)
                .Where(m => db.Integracoes.Any(i => i.Plataforma == PlataformaEnum.Api4com && i.Status == StatusDaIntegracao.ComErro))
                .Select(m => new { m.Nome, m.Email })
                .SingleOrDefaultAsync(ct),
            ct);
        if (destino is not null && correio.Configurado)
        {
            await correio.EnviarAsync(
                new Mensagem(destino.Email, $"A API4COM recusou o token de {atual.Exigido.Nome}", Texto(destino.Nome)), ct);
        }

        return Desfecho.Feito;
    }

    private string Texto(string nome)
    {
        var onde = opcoes.Value.UrlPublica is { Length: > 0 } url
            ? $"{url.TrimEnd('/')}/o/{atual.Exigido.Slug}/conexoes"
            : "Conexões, no menu do CrmVoip";
        return $"""
            Olá, {nome}.

            A API4COM recusou o token de acesso da organização {atual.Exigido.Nome} no CrmVoip. Enquanto isso, as ligações não são conferidas com a API4COM e as gravações novas não aparecem.

            Crie outro token no painel da API4COM, em Tokens de acesso, e salve-o em: {onde}

            Esta mensagem é enviada uma vez a cada administrador da organização.
            """;
    }
}
