using CrmVoip.Data;
using CrmVoip.Domain;
using CrmVoip.Features.Pessoas.Correio;
using CrmVoip.Mail;
using CrmVoip.Tenancy;
using CrmVoip.Work;

namespace CrmVoip.Features.Telefonia.Conexoes;

/// <summary>Tells one administrador by mail that the provider refuses the token.</summary>
public sealed class AvisarTokenRecusado(CrmDbContext db, OrganizacaoAtual atual, ContasDbContext contas, AvisosAosAdministradores avisos) : ITrabalho
{
    public static string Tipo => "avisar-token-recusado";

    public static bool Lento => true;

    public static int TentativasMaximo => ICorreio.TentativasMaximo;

    /// <summary>The line is the administrador.</summary>
    public async Task<Desfecho> ExecutarAsync(Guid linhaId, int tentativa, CancellationToken ct)
    {
        var destinatario = await db.EmTransacaoAsync(
            () => avisos.DestinatarioAsync(linhaId, i => i.Plataforma == PlataformaEnum.Api4com && i.Status == StatusDaIntegracao.ComErro, ct), ct);
        // A token that comes and goes is told once a day. Tried again, it was counted by the first try.
        if (destinatario is null
            || (tentativa == 1 && !await contas.GastarHojeAsync($"token recusado {atual.IdExigido:N} {linhaId:N}", 1, ct)))
        {
            return Desfecho.Feito;
        }

        var nome = atual.Exigido.Nome;
        await avisos.EnviarAsync(
            destinatario,
            $"A API4COM recusou o token de {nome}",
            $"""
            A API4COM recusou o token de acesso da organização {nome} no CrmVoip. Enquanto isso, as ligações não são conferidas com a API4COM e as gravações novas não aparecem.

            Crie outro token no painel da API4COM, em Tokens de acesso, e salve-o em: {avisos.Conexoes}
            """,
            ct);
        return Desfecho.Feito;
    }
}
