using System.Net;
using System.Net.Sockets;

namespace CrmVoip.IntegrationTests.Infra;

public static class PortaLivre
{
    /// <summary>One that is free now: whoever wants it takes it at once.</summary>
    public static int Achar()
    {
        using var ouvinte = new TcpListener(IPAddress.Loopback, 0);
        ouvinte.Start();
        return ((IPEndPoint)ouvinte.LocalEndpoint).Port;
    }
}
