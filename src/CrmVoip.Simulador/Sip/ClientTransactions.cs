using System.Collections.Concurrent;

namespace CrmVoip.Simulador.Sip;

/// <summary>Pairs the responses that arrive with the requests the simulator sent.</summary>
public sealed class ClientTransactions
{
    private readonly ConcurrentDictionary<string, TaskCompletionSource<SipMessage>> waiting = [];

    /// <summary>The final response, or null when none came in time.</summary>
    public async Task<SipMessage?> SendAsync(SipConnection connection, SipMessage request, CancellationToken ct)
    {
        var answer = new TaskCompletionSource<SipMessage>(TaskCreationOptions.RunContinuationsAsynchronously);
        waiting[KeyOf(request)] = answer;
        try
        {
            return await connection.SendAsync(request) ? await answer.Task.WaitAsync(ct) : null;
        }
        catch (OperationCanceledException)
        {
            return null;
        }
        finally
        {
            waiting.TryRemove(KeyOf(request), out _);
        }
    }

    public void Deliver(SipMessage response)
    {
        if (response.StatusCode >= 200 && waiting.TryGetValue(KeyOf(response), out var answer))
        {
            answer.TrySetResult(response);
        }
    }

    private static string KeyOf(SipMessage message) => $"{message.Branch}:{message.CSeqMethod}";
}
