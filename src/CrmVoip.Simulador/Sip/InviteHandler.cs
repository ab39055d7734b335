using CrmVoip.Simulador.Contas;
using CrmVoip.Simulador.Controle;
using CrmVoip.Simulador.Ligacoes;

namespace CrmVoip.Simulador.Sip;

/// <summary>A new call from a browser: authenticate, check the audio offered, hand over to the exchange.</summary>
public sealed class InviteHandler(
    SipCredentials credentials, Registrar registrar, SipDialogs dialogs, MediaGateway gateway,
    ClientTransactions transactions, Central central, FalhasProvocadas falhas, FalhasDoSip falhasDoSip, TimeProvider clock)
{
    public async Task HandleAsync(SipConnection connection, SipMessage invite)
    {
        if (dialogs.FindByCallId(invite.CallId) is InboundLeg existing && existing.IsRepeatOf(invite))
        {
            return;
        }

        if (credentials.Identify(invite) is not var (conta, ramal))
        {
            await connection.SendAsync(invite.CreateResponse(SipStatus.NotFound, SipDialog.NewTag()));
            return;
        }

        if ((credentials.Challenge(invite, conta, ramal) ?? Refuse(invite)) is { } refusal)
        {
            await connection.SendAsync(refusal);
            return;
        }

        await connection.SendAsync(invite.CreateResponse(SipStatus.Trying));
        await StartAsync(connection, invite, conta, ramal!);
    }

    private SipMessage? Refuse(SipMessage invite)
    {
        if (falhas.StatusDoInvite is { } code)
        {
            return invite.CreateResponse(new SipStatus(code, "Refused"), SipDialog.NewTag());
        }

        return SdpOffer.Parse(invite.Body) is null || invite["Contact"] is null
            ? invite.CreateResponse(SipStatus.NotAcceptableHere, SipDialog.NewTag())
            : null;
    }

    private async Task StartAsync(SipConnection connection, SipMessage invite, Conta conta, Ramal ramal)
    {
        var parties = new DialogParties(
            invite.CallId, $"{invite.To};tag={SipDialog.NewTag()}", invite.From, conta.Dominio, ramal.Numero);
        var dialog = new SipDialog(parties, SipParameters.Uri(invite["Contact"]!), connection, registrar);
        var leg = new InboundLeg(invite, SdpOffer.Parse(invite.Body)!, dialog, gateway, transactions)
        {
            RefusalOfChange = () => falhasDoSip.StatusDoReInvite is { } code ? new SipStatus(code, "Refused") : null,
        };
        if (!dialogs.TryAdd(leg))
        {
            await leg.RefuseAsync(SipStatus.RequestPending);
            return;
        }

        var discado = SipParameters.User(invite.RequestUri);
        var numero = NumeroDiscado.Ler(discado);
        central.Iniciar(
            new Ligacao(conta, ramal, numero?.ComZero ?? discado, Comportamento.De(numero), clock.GetUtcNow()), leg);
    }
}
