using CrmVoip.Domain;
using CrmVoip.Features.Pessoas.Correio;
using CrmVoip.Mail;
using CrmVoip.Tenancy;
using CrmVoip.Text;
using CrmVoip.Web;
using Microsoft.Extensions.Options;

namespace CrmVoip.Features.Pessoas.Membros;

public enum EntregaDoConvite
{
    Enviada,
    Falhou,

    /// <summary>This installation sends no e-mail.</summary>
    EmMaos,
}

/// <summary>What the administrador sees once: the link, and whether it also went by e-mail.</summary>
public sealed record ConviteEntregue(string Email, string Link, DateTimeOffset ExpiraEm, EntregaDoConvite Entrega);

/// <summary>Makes the link of an invitation and sends it, where this installation sends e-mail. The invitation stands either way.</summary>
public sealed partial class EntregarConvite(
    ICorreio correio,
    ProvaDeEndereco provas,
    OrganizacaoAtual atual,
    IOptions<OpcoesDoProvedor> opcoes,
    IHttpContextAccessor contexto,
    ILogger<EntregarConvite> log)
{
    public async Task<ConviteEntregue> ExecutarAsync(ConvitePronto pronto, CancellationToken ct)
    {
        var convite = pronto.Convite;
        var link = $"{Base()}/conta/convite/{convite.OrganizacaoId}/{convite.Id}/{pronto.Segredo}";
        return new ConviteEntregue(convite.Email, link, convite.ExpiraEm, await EnviarAsync(convite, link, ct));
    }

    private async Task<EntregaDoConvite> EnviarAsync(Convite convite, string link, CancellationToken ct)
    {
        if (!correio.Configurado)
        {
            return EntregaDoConvite.EmMaos;
        }

        try
        {
            // Only the mail has it: whoever opens this link can read that mailbox.
            await correio.EnviarAsync(Mensagem(convite, $"{link}.{provas.DoConvite(convite.Id, convite.Email, convite.ExpiraEm)}"), ct);
            return EntregaDoConvite.Enviada;
        }
        catch (CorreioException erro)
        {
            NaoEnviou(log, convite.Id, erro.Message);
            return EntregaDoConvite.Falhou;
        }
    }

    private Mensagem Mensagem(Convite convite, string link)
    {
        var vinculo = atual.Exigido;
        var (nome, quem) = (vinculo.Nome.EmUmaLinha(), vinculo.NomeDoUsuario?.EmUmaLinha());
        return new Mensagem(
            convite.Email,
            $"Convite para {nome} no CrmVoip",
            $"""
            {quem} convidou você para trabalhar em {nome} no CrmVoip, como {Formato.Papel(convite.Papel).ToLowerInvariant()}.

            Para aceitar, abra este endereço até {Formato.DataHora(convite.ExpiraEm, vinculo.FusoHorario)}:
            {link}

            O endereço é só seu: não o repasse. Se você não esperava este convite, ignore esta mensagem.
            """);
    }

    private string Base()
    {
        var request = contexto.HttpContext!.Request;
        return opcoes.Value.Endereco("") ?? $"{request.Scheme}://{request.Host}";
    }

    [LoggerMessage(LogLevel.Warning, "Invitation {Convite} was not sent by e-mail: {Motivo}")]
    private static partial void NaoEnviou(ILogger logger, Guid convite, string motivo);
}
