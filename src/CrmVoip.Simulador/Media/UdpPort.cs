using System.Net;
using System.Net.Sockets;

namespace CrmVoip.Simulador.Media;

/// <summary>The one UDP socket of a call, open on every address; STUN, DTLS and SRTP share it (RFC 7983).</summary>
public sealed class UdpPort : IDisposable
{
    private const int MaximumDatagram = 2048;

    private readonly Socket socket;

    public UdpPort()
    {
        socket = Open();
        Number = ((IPEndPoint)socket.LocalEndPoint!).Port;
    }

    public delegate void DatagramHandler(Span<byte> datagram, IPEndPoint from);

    public int Number { get; }

    public void Listen(DatagramHandler handler) => _ = ListenAsync(handler);

    public void Send(ReadOnlySpan<byte> datagram, IPEndPoint to)
    {
        try
        {
            socket.SendTo(datagram, SocketFlags.None, to);
        }
        catch (SocketException)
        {
            // Nobody listens there any more; the media watch ends the call.
        }
        catch (ObjectDisposedException)
        {
            // The call ended while this packet was being made.
        }
    }

    public void Dispose() => socket.Dispose();

    private async Task ListenAsync(DatagramHandler handler)
    {
        var buffer = new byte[MaximumDatagram];
        var anywhere = new IPEndPoint(socket.AddressFamily == AddressFamily.InterNetwork ? IPAddress.Any : IPAddress.IPv6Any, 0);
        while (true)
        {
            try
            {
                var received = await socket.ReceiveFromAsync(buffer, SocketFlags.None, anywhere);
                handler(buffer.AsSpan(0, received.ReceivedBytes), (IPEndPoint)received.RemoteEndPoint);
            }
            catch (SocketException error) when (error.SocketErrorCode is SocketError.ConnectionReset or SocketError.MessageSize)
            {
                continue;
            }
            catch (Exception error) when (error is ObjectDisposedException or SocketException)
            {
                return;
            }
        }
    }

    private static Socket Open()
    {
        if (Socket.OSSupportsIPv6)
        {
            var dual = new Socket(AddressFamily.InterNetworkV6, SocketType.Dgram, ProtocolType.Udp) { DualMode = true };
            try
            {
                dual.Bind(new IPEndPoint(IPAddress.IPv6Any, 0));
                return dual;
            }
            catch (SocketException)
            {
                dual.Dispose();
            }
        }

        var single = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
        single.Bind(new IPEndPoint(IPAddress.Any, 0));
        return single;
    }
}
