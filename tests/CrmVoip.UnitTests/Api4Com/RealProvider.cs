using System.Net;
using System.Net.Sockets;
using System.Text;

namespace CrmVoip.UnitTests.Api4Com;

/// <summary>A socket that gives the same answer to whoever connects.</summary>
internal sealed class RealProvider : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private int _connections;

    public RealProvider(string answer)
    {
        _listener.Start();
        _ = AnswerAsync(Encoding.ASCII.GetBytes(answer));
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public int Connections => _connections;

    public void Dispose() => _listener.Dispose();

    private async Task AnswerAsync(byte[] answer)
    {
        try
        {
            while (true)
            {
                using var client = await _listener.AcceptTcpClientAsync();
                Interlocked.Increment(ref _connections);
                var stream = client.GetStream();
                await stream.ReadAtLeastAsync(new byte[8192], 1);
                await stream.WriteAsync(answer);
            }
        }
        catch (Exception error) when (error is SocketException or ObjectDisposedException or IOException)
        {
            // The test is over.
        }
    }
}
