namespace CrmVoip.Simulador.Sip;

/// <summary>Rings one contact of an extension: for <c>POST /dialer</c>, or because a customer calls.</summary>
public sealed class OutboundInvite
{
    private static readonly TimeSpan LongestRinging = TimeSpan.FromSeconds(90);

    private readonly Binding binding;
    private readonly MediaGateway gateway;
    private readonly ClientTransactions transactions;
    private readonly Registrar registrar;
    private readonly MediaChannel audio;
    private readonly SipMessage invite;

    public OutboundInvite(
        Binding binding, string customer, MediaGateway gateway, ClientTransactions transactions, Registrar registrar, bool dialled)
    {
        (this.binding, this.gateway, this.transactions, this.registrar) = (binding, gateway, transactions, registrar);
        audio = gateway.Open();
        invite = new SipMessage($"INVITE {binding.ContactUri} {SipMessage.Version}", audio.Sdp.Offer())
            .With("Via", $"SIP/2.0/WS {binding.Domain};branch={SipDialog.NewBranch()}")
            .With("Max-Forwards", "70")
            .With("From", $"<sip:{customer}@{binding.Domain}>;tag={SipDialog.NewTag()}")
            .With("To", $"<sip:{binding.User}@{binding.Domain}>")
            .With("Call-ID", Guid.NewGuid().ToString())
            .With("CSeq", "1 INVITE")
            .With("Contact", $"<sip:{binding.User}@{binding.Domain};transport=ws>")
            .With("Allow", Stateless.AllowedMethods)
            .With("Content-Type", "application/sdp");
        if (dialled)
        {
            invite.With("X-Api4comintegratedcall", "true");
        }
    }

    /// <summary>The SIP status with which the extension refused, once it did.</summary>
    public int? RefusedWith { get; private set; }

    /// <summary>
    /// The leg once the extension answered, also when that crossed the CANCEL of <paramref name="ct"/>; null when it refused
    /// or gave in to it.
    /// </summary>
    public async Task<OutboundLeg?> RingAsync(CancellationToken ct)
    {
        using var timeout = new CancellationTokenSource(LongestRinging);
        var answering = transactions.SendAsync(binding.Connection, invite, timeout.Token);
        await using var cancel = ct.Register(() => _ = binding.Connection.SendAsync(CreateFor("CANCEL", invite)));

        var answer = await answering;
        var leg = answer is { StatusCode: < 300 } ? await AcceptAsync(answer) : null;
        if (leg is null)
        {
            audio.Session.Dispose();
            RefusedWith = answer?.StatusCode;
            await AcknowledgeRefusalAsync(answer);
        }

        return leg;
    }

    private async Task<OutboundLeg?> AcceptAsync(SipMessage answer)
    {
        var parties = new DialogParties(invite.CallId, invite.From, answer.To, binding.Domain, binding.User);
        var target = SipParameters.Uri(answer["Contact"] ?? $"<{binding.ContactUri}>");
        var dialog = new SipDialog(parties, target, binding.Connection, registrar, sequence: 1);
        await binding.Connection.SendAsync(dialog.CreateAck(invite.CSeq));

        var leg = new OutboundLeg(dialog, audio, gateway, transactions);
        if (SdpOffer.Parse(answer.Body) is not { } sdp)
        {
            await leg.HangUpAsync();
            return null;
        }

        audio.Apply(sdp);
        return leg;
    }

    /// <summary>A refusal is acknowledged inside the INVITE's own transaction (RFC 3261 §17.1.1.3).</summary>
    private async Task AcknowledgeRefusalAsync(SipMessage? refusal)
    {
        if (refusal is not null)
        {
            await binding.Connection.SendAsync(CreateFor("ACK", refusal));
        }
    }

    private SipMessage CreateFor(string method, SipMessage origin) =>
        new SipMessage($"{method} {binding.ContactUri} {SipMessage.Version}")
            .With("Via", invite["Via"]!)
            .With("Max-Forwards", "70")
            .With("From", invite.From)
            .With("To", origin.To)
            .With("Call-ID", invite.CallId)
            .With("CSeq", $"1 {method}");
}
