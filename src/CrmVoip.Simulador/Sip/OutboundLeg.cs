using CrmVoip.Simulador.Media;

namespace CrmVoip.Simulador.Sip;

/// <summary>
/// The provider rang the extension and it answered: the leg is up before the customer's side rings, so ringing,
/// answer and refusal are heard as audio, and the end is a BYE.
/// </summary>
public sealed class OutboundLeg : SipLeg
{
    public OutboundLeg(SipDialog dialog, MediaChannel audio, MediaGateway gateway, ClientTransactions transactions)
        : base(dialog, gateway, transactions)
    {
        Audio = audio;
        Established = true;
    }

    public override Task RingAsync(bool earlyMedia) => PlayAsync(new LoopSource(Tones.Ringback()));

    public override Task AnswerAsync(AudioSource source) => PlayAsync(source);

    public override Task RefuseAsync(SipStatus status) => HangUpAsync();

    private Task PlayAsync(AudioSource source)
    {
        Audio!.Session.Source = source;
        return Task.CompletedTask;
    }
}
