using Org.BouncyCastle.Tls;

namespace CrmVoip.Simulador.Media;

/// <summary>Feeds BouncyCastle, which blocks, with the DTLS datagrams that the socket's reader sorted out.</summary>
internal sealed class DtlsChannel(Action<ReadOnlyMemory<byte>> send) : DatagramTransport
{
    private const int ReceiveLimit = 1500;
    private const int SendLimit = 1200;
    private const int QueueLimit = 64;

    private readonly Queue<byte[]> incoming = new();

    public void Push(ReadOnlySpan<byte> datagram)
    {
        lock (incoming)
        {
            if (incoming.Count < QueueLimit)
            {
                incoming.Enqueue(datagram.ToArray());
                Monitor.Pulse(incoming);
            }
        }
    }

    public int GetReceiveLimit() => ReceiveLimit;

    public int GetSendLimit() => SendLimit;

    public int Receive(byte[] buf, int off, int len, int waitMillis) => Receive(buf.AsSpan(off, len), waitMillis);

    public int Receive(Span<byte> buffer, int waitMillis)
    {
        if (Take(waitMillis) is not { } datagram)
        {
            return -1;
        }

        var length = Math.Min(datagram.Length, buffer.Length);
        datagram.AsSpan(0, length).CopyTo(buffer);
        return length;
    }

    public void Send(byte[] buf, int off, int len) => send(buf.AsMemory(off, len));

    public void Send(ReadOnlySpan<byte> buffer) => send(buffer.ToArray());

    public void Close()
    {
    }

    private byte[]? Take(int waitMillis)
    {
        lock (incoming)
        {
            if (incoming.Count == 0 && waitMillis > 0)
            {
                Monitor.Wait(incoming, waitMillis);
            }

            return incoming.TryDequeue(out var datagram) ? datagram : null;
        }
    }
}
