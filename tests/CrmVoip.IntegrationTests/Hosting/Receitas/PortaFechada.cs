using System.Net;
using System.Net.Sockets;

namespace CrmVoip.IntegrationTests.Hosting.Receitas;

/// <summary>An address that refuses every connection, and that nobody else can be given meanwhile: bound, and not listened to.</summary>
public sealed class PortaFechada : IDisposable
{
    private readonly Socket _presa = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);

    public PortaFechada() => _presa.Bind(new IPEndPoint(IPAddress.Loopback, 0));

    public Uri Endereco => new($"http://{_presa.LocalEndPoint}");

    public void Dispose() => _presa.Dispose();
}
