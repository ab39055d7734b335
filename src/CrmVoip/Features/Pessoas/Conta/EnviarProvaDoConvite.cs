using CrmVoip.Features.Pessoas.Correio;
using CrmVoip.Mail;
using CrmVoip.Text;
using CrmVoip.Web;
using Microsoft.Extensions.Options;

namespace CrmVoip.Features.Pessoas.Conta;

/// <summary>
/// Mails an invitation's link once more, with the proof that only the mailbox gets: for who was handed the link otherwise. Sent at
/// once: the link is kept nowhere.
/// </summary>
public sealed partial class EnviarProvaDoConvite(
    ICorreio correio, ProvaDeEndereco provas, CotaDeCorreio cota, IOptions<OpcoesDoProvedor> opcoes, ILogger<EnviarProvaDoConvite> log)
{
    /// <returns>Null: it was sent.</returns>
    public async Task<Recusa?> ExecutarAsync(LinkDoConvite link, ConviteLido convite, CancellationToken ct)
    {
        var caminho = $"/conta/convite/{link.OrganizacaoId}/{link.Id}/{link.Chave}.{provas.DoConvite(link.Id, convite.Email, convite.ExpiraEm)}";
        if (!correio.Configurado || opcoes.Value.Endereco(caminho) is not { } endereco)
        {
            return Recusa.SemCampo("Esta instalação não envia e-mails.");
        }

        if (!await cota.GastarDoEnderecoAsync(convite.Email, ct))
        {
            return Recusa.SemCampo($"Este e-mail já recebeu as mensagens de hoje. {CotaDeCorreio.Volta}");
        }

        try
        {
            await correio.EnviarAsync(Mensagem(convite, endereco), ct);
            return null;
        }
        catch (CorreioException erro)
        {
            NaoEnviou(log, link.Id, erro.Message);
            return Recusa.SemCampo("A mensagem não saiu. Tente de novo em instantes.");
        }
    }

    private static Mensagem Mensagem(ConviteLido convite, string endereco)
    {
        var nome = convite.Organizacao.Nome.EmUmaLinha();
        return new Mensagem(
            convite.Email,
            $"Convite para {nome} no CrmVoip",
            $"""
            Para aceitar o convite de {convite.ConvidadoPor.EmUmaLinha()} e trabalhar em {nome} no CrmVoip, abra este endereço até {Formato.DataHora(convite.ExpiraEm, convite.Organizacao.FusoHorario)}:

            {endereco}

            O endereço é só seu: não o repasse. Se você não esperava este convite, ignore esta mensagem.
            """);
    }

    [LoggerMessage(LogLevel.Warning, "The proof of invitation {Convite} was not sent by e-mail: {Motivo}")]
    private static partial void NaoEnviou(ILogger logger, Guid convite, string motivo);
}
