using System.Net;
using System.Net.Sockets;

namespace CrmVoip.Web;

/// <summary>Where a request comes from, to count by: an IPv4 address whole, an IPv6 by the /64 that one customer is given.</summary>
public static class RedeDoPedido
{
    public const string Desconhecida = "desconhecida";
    private const int BytesDaRede = 8;

    public static string De(IPAddress? endereco)
    {
        if (endereco is null)
        {
            return Desconhecida;
        }

        if (endereco.IsIPv4MappedToIPv6 || endereco.AddressFamily != AddressFamily.InterNetworkV6)
        {
            return endereco.MapToIPv4().ToString();
        }

        var bytes = endereco.GetAddressBytes();
        bytes.AsSpan(BytesDaRede).Clear();
        return $"{new IPAddress(bytes)}/64";
    }
}
