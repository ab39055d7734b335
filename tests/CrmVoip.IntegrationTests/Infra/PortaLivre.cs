using System.Net;
using System.Net.Sockets;

namespace CrmVoip.IntegrationTests.Infra;

public static class Porta
{
    /// <summary>One that is free now: whoever wants it takes it at once.</summary>
    public static int Livre()
    {
        using var ouvinte = new TcpListener(IPAddress.Loopback, 0);
        ouvinte.Start();
        return ((IPEndPoint)ouvinte.LocalEndpoint).Port;
    }
}
