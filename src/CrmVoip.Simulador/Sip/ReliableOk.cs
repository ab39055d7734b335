namespace CrmVoip.Simulador.Sip;

/// <summary>Repeats a 200 to INVITE until its ACK arrives (RFC 3261 §13.3.1.4).</summary>
public sealed class ReliableOk(SipDialog dialog)
{
    private static readonly TimeSpan FirstInterval = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan LongestInterval = TimeSpan.FromSeconds(4);
    private static readonly TimeSpan GiveUpAfter = TimeSpan.FromSeconds(32);

    private TaskCompletionSource acknowledged = NewSource();
    private int awaitedSequence = -1;

    /// <summary>False when the peer never acknowledged.</summary>
    public async Task<bool> SendAsync(SipMessage ok)
    {
        var source = NewSource();
        (awaitedSequence, acknowledged) = (ok.CSeq, source);

        var elapsed = TimeSpan.Zero;
        for (var interval = FirstInterval; elapsed < GiveUpAfter; interval = Min(interval * 2, LongestInterval))
        {
            await dialog.Connection.SendAsync(ok);
            if (await Task.WhenAny(source.Task, Task.Delay(interval)) == source.Task)
            {
                return true;
            }

            elapsed += interval;
        }

        return false;
    }

    public void Acknowledge(int sequence)
    {
        if (sequence == awaitedSequence)
        {
            acknowledged.TrySetResult();
        }
    }

    /// <summary>The dialog is over: nobody needs the answer any more.</summary>
    public void Stop() => acknowledged.TrySetResult();

    private static TimeSpan Min(TimeSpan left, TimeSpan right) => left < right ? left : right;

    private static TaskCompletionSource NewSource() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
