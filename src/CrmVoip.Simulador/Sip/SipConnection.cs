using System.Net.WebSockets;
using System.Text;

namespace CrmVoip.Simulador.Sip;

/// <summary>One browser's WebSocket. Sending never throws: a dead socket only answers false.</summary>
public sealed class SipConnection(WebSocket socket, string origin, TimeProvider clock, Func<bool>? isDead = null) : IDisposable
{
    private const int MaximumMessage = 65536;
    private static readonly TimeSpan SendTimeout = TimeSpan.FromSeconds(5);

    private readonly SemaphoreSlim gate = new(1, 1);
    private readonly byte[] buffer = new byte[MaximumMessage];

    public string Id { get; } = Guid.NewGuid().ToString("N")[..8];

    public string Origin { get; } = origin;

    public DateTimeOffset OpenedAt { get; } = clock.GetUtcNow();

    public DateTimeOffset? ClosedAt { get; private set; }

    public bool IsOpen => ClosedAt is null && socket.State == WebSocketState.Open;

    public Task<bool> SendAsync(SipMessage message) => SendTextAsync(message.ToString());

    public async Task<bool> SendTextAsync(string text)
    {
        // A dead path takes what is sent and loses it.
        if (isDead?.Invoke() == true)
        {
            return true;
        }

        using var timeout = new CancellationTokenSource(SendTimeout);
        try
        {
            await gate.WaitAsync(timeout.Token);
            try
            {
                await socket.SendAsync(Encoding.UTF8.GetBytes(text), WebSocketMessageType.Text, true, timeout.Token);
                return true;
            }
            finally
            {
                gate.Release();
            }
        }
        catch (Exception error) when (IsDeadSocket(error))
        {
            return false;
        }
    }

    /// <summary>The next whole message; null when the peer closed, vanished or sent too much.</summary>
    public async Task<string?> ReceiveAsync(CancellationToken ct)
    {
        try
        {
            var length = 0;
            while (true)
            {
                var part = await socket.ReceiveAsync(buffer.AsMemory(length), ct);
                length += part.Count;
                if (part.MessageType == WebSocketMessageType.Close)
                {
                    return null;
                }

                if (part.EndOfMessage)
                {
                    return Encoding.UTF8.GetString(buffer, 0, length);
                }

                if (length == buffer.Length)
                {
                    await CloseAsync(WebSocketCloseStatus.MessageTooBig, "message too big");
                    return null;
                }
            }
        }
        catch (Exception error) when (IsDeadSocket(error))
        {
            return null;
        }
    }

    public async Task CloseAsync(WebSocketCloseStatus status, string description)
    {
        using var timeout = new CancellationTokenSource(SendTimeout);
        try
        {
            if (socket.State is WebSocketState.Open or WebSocketState.CloseReceived)
            {
                await socket.CloseOutputAsync(status, description, timeout.Token);
            }
        }
        catch (Exception error) when (IsDeadSocket(error))
        {
            socket.Abort();
        }
    }

    /// <summary>Cuts the connection as a lost network does, without a closing handshake.</summary>
    public void Abort() => socket.Abort();

    public void MarkClosed() => ClosedAt ??= clock.GetUtcNow();

    public void Dispose() => gate.Dispose();

    private static bool IsDeadSocket(Exception error) =>
        error is WebSocketException or OperationCanceledException or ObjectDisposedException or IOException
            or InvalidOperationException;
}
