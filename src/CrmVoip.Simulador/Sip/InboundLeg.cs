using CrmVoip.Simulador.Media;

namespace CrmVoip.Simulador.Sip;

/// <summary>The rep dialled: the INVITE came from the browser.</summary>
public sealed class InboundLeg(
    SipMessage invite, SdpOffer offer, SipDialog dialog, MediaGateway gateway, ClientTransactions transactions)
    : SipLeg(dialog, gateway, transactions)
{
    public override async Task RingAsync(bool earlyMedia)
    {
        if (!earlyMedia)
        {
            await Dialog.Connection.SendAsync(WithContact(invite.CreateResponse(SipStatus.Ringing, Dialog.LocalTag)));
            return;
        }

        var sdp = Negotiate(offer);
        Audio!.Session.Source = new LoopSource(Tones.Ringback());
        await Dialog.Connection.SendAsync(WithContact(invite.CreateResponse(SipStatus.SessionProgress, Dialog.LocalTag, sdp)));
    }

    /// <summary>The final answer repeats the description of an early one.</summary>
    public override Task AnswerAsync(AudioSource source)
    {
        var sdp = Negotiate(offer);
        Audio!.Session.Source = source;
        Established = true;
        _ = ConfirmAsync(WithContact(invite.CreateResponse(SipStatus.Ok, Dialog.LocalTag, sdp)));
        return Task.CompletedTask;
    }

    public override async Task RefuseAsync(SipStatus status)
    {
        if (!Established && Finish())
        {
            await Dialog.Connection.SendAsync(invite.CreateResponse(status, Dialog.LocalTag));
        }
    }

    public bool IsCancelledBy(SipMessage cancel) => cancel.Branch == invite.Branch && !Established;

    public bool IsRepeatOf(SipMessage request) => request.ToTag is null && request.FromTag == invite.FromTag;

    public async Task CancelAsync(SipConnection connection)
    {
        if (Finish())
        {
            await connection.SendAsync(invite.CreateResponse(SipStatus.RequestTerminated, Dialog.LocalTag));
            NotifyRemoteEnded();
        }
    }

    private async Task ConfirmAsync(SipMessage ok)
    {
        if (!await Ok.SendAsync(ok))
        {
            await HangUpAsync();
            NotifyRemoteEnded();
        }
    }
}
