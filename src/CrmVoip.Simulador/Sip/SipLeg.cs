using CrmVoip.Simulador.Media;

namespace CrmVoip.Simulador.Sip;

/// <summary>The rep's side of a call: its dialog and its audio. The two kinds differ in who rang whom.</summary>
public abstract class SipLeg(SipDialog dialog, MediaGateway gateway, ClientTransactions transactions) : IDisposable
{
    private static readonly TimeSpan ByeTimeout = TimeSpan.FromSeconds(32);
    private static readonly TimeSpan RouteRetry = TimeSpan.FromMilliseconds(200);

    private readonly TaskCompletionSource answerWanted = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public event Action? RemoteEnded;

    public event Action<bool>? HoldChanged;

    /// <summary>Refuses what would change the call, as a test asked for; null lets it pass.</summary>
    public Func<SipStatus?> RefusalOfChange { get; init; } = () => null;

    public SipDialog Dialog { get; } = dialog;

    public MediaChannel? Audio { get; protected set; }

    public bool Established { get; protected set; }

    public bool Ended { get; private set; }

    /// <summary>Completes when the customer is to answer now, whatever the script says.</summary>
    public Task AnswerWanted => answerWanted.Task;

    protected ReliableOk Ok { get; } = new(dialog);

    /// <summary>When the browser last proved that it is alive.</summary>
    public DateTimeOffset LastSign(DateTimeOffset now) => (Established, Audio) switch
    {
        (true, { Session: { Held: true } held }) => held.LastSignAt,
        (true, { Session: { } media }) => media.LastAudioAt,
        _ => Dialog.Connection.ClosedAt ?? now,
    };

    public abstract Task RingAsync(bool earlyMedia);

    public abstract Task AnswerAsync(AudioSource source);

    public abstract Task RefuseAsync(SipStatus status);

    /// <summary>Ends the leg from this side without waiting for the browser to agree.</summary>
    public async Task HangUpAsync()
    {
        if (!Established)
        {
            await RefuseAsync(SipStatus.TemporarilyUnavailable);
        }
        else if (Finish())
        {
            _ = SendByeAsync();
        }
    }

    /// <summary>A request that belongs to this dialog.</summary>
    public async Task HandleAsync(SipConnection connection, SipMessage request)
    {
        Dialog.Refresh(connection, request);
        switch (request.Method)
        {
            case "ACK":
                Ok.Acknowledge(request.CSeq);
                break;
            case "BYE":
                await connection.SendAsync(request.CreateResponse(SipStatus.Ok));
                EndByRemote();
                break;
            case "INVITE" or "UPDATE":
                await RenegotiateAsync(connection, request);
                break;
            case "INFO":
                if (DtmfInfo.Read(request.Body) is { } digit)
                {
                    Audio?.Session.Dtmf.Append(digit);
                }

                await connection.SendAsync(request.CreateResponse(SipStatus.Ok));
                break;
            default:
                await connection.SendAsync(Stateless.Answer(request));
                break;
        }
    }

    public void AnswerSoon(TimeSpan delay) =>
        _ = Task.Delay(delay).ContinueWith(_ => answerWanted.TrySetResult(), TaskScheduler.Default);

    /// <summary>The customer holds without music, or takes the call back. False when the browser did not agree.</summary>
    public async Task<bool> HoldAsync(bool held)
    {
        if (!Established || Ended || Audio is not { } audio || Dialog.FindRoute() is not { } route)
        {
            return false;
        }

        using var timeout = new CancellationTokenSource(ByeTimeout);
        var invite = Dialog.CreateRequest("INVITE", audio.Sdp.Offer(held ? "inactive" : "sendrecv"))
            .With("Contact", Dialog.Contact)
            .With("Content-Type", "application/sdp");
        var answer = await transactions.SendAsync(route, invite, timeout.Token);
        if (answer is not { StatusCode: >= 200 and < 300 })
        {
            return false;
        }

        await route.SendAsync(Dialog.CreateAck(answer.CSeq));
        if (SdpOffer.Parse(answer.Body) is { } agreed)
        {
            audio.Apply(agreed);
        }

        return true;
    }

    public void Dispose()
    {
        Finish();
        GC.SuppressFinalize(this);
    }

    protected string Negotiate(SdpOffer offer)
    {
        Audio ??= gateway.Open();
        Audio.Apply(offer);
        return Audio.Sdp.Answer(offer);
    }

    protected void EndByRemote()
    {
        if (Finish())
        {
            NotifyRemoteEnded();
        }
    }

    protected void NotifyRemoteEnded() => RemoteEnded?.Invoke();

    /// <summary>False when the leg had already ended.</summary>
    protected bool Finish()
    {
        if (Ended)
        {
            return false;
        }

        Ended = true;
        Ok.Stop();
        Audio?.Session.Dispose();
        return true;
    }

    protected SipMessage WithContact(SipMessage response) =>
        response.With("Contact", Dialog.Contact).With("Allow", Stateless.AllowedMethods);

    /// <summary>The BYE waits for the browser's next socket when there is none now.</summary>
    private async Task SendByeAsync()
    {
        using var timeout = new CancellationTokenSource(ByeTimeout);
        var bye = Dialog.CreateRequest("BYE");
        while (!timeout.IsCancellationRequested)
        {
            if (Dialog.FindRoute() is { } route && await transactions.SendAsync(route, bye, timeout.Token) is not null)
            {
                return;
            }

            await Task.Delay(RouteRetry, CancellationToken.None);
        }
    }

    private async Task RenegotiateAsync(SipConnection connection, SipMessage request)
    {
        if (request.Body.Length == 0 && request.Method == "UPDATE")
        {
            await connection.SendAsync(WithContact(request.CreateResponse(SipStatus.Ok)));
            return;
        }

        if (Established && RefusalOfChange() is { } refused)
        {
            await connection.SendAsync(request.CreateResponse(refused));
            return;
        }

        if (!Established || SdpOffer.Parse(request.Body) is not { } offer)
        {
            var refusal = Established ? SipStatus.NotAcceptableHere : SipStatus.RequestPending;
            await connection.SendAsync(request.CreateResponse(refusal));
            return;
        }

        var answer = WithContact(request.CreateResponse(SipStatus.Ok, sdp: Negotiate(offer)));
        HoldChanged?.Invoke(offer.Held);
        if (request.Method == "INVITE")
        {
            _ = Ok.SendAsync(answer);
        }
        else
        {
            await connection.SendAsync(answer);
        }
    }
}
