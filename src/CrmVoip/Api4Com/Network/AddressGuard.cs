using System.Net;
using System.Net.Sockets;

namespace CrmVoip.Api4Com.Network;

/// <summary>
/// Which addresses this server may call on behalf of a customer, who types the base URL. Public ones over https;
/// anything else only by the operator's options.
/// </summary>
public sealed class AddressGuard(
    bool allowLocal,
    IReadOnlyList<IPNetwork> allowedNetworks,
    Func<string, CancellationToken, Task<IPAddress[]>>? resolve = null)
{
    private readonly Func<string, CancellationToken, Task<IPAddress[]>> _resolve = resolve ?? Dns.GetHostAddressesAsync;

    // IANA special-purpose registries. 6to4, NAT64 and Teredo carry an IPv4 address inside and would lead around the list.
    private static readonly IPNetwork[] _denied =
    [
        .. new[]
        {
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24",
            "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/3",
            "::/96", "64:ff9b::/96", "64:ff9b:1::/48", "100::/64", "2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20",
            "5f00::/16", "fc00::/7", "fe80::/10", "fec0::/10", "ff00::/8",
        }.Select(network => IPNetwork.Parse(network)),
    ];

    public bool AllowsUrl(Uri uri) =>
        uri.IsAbsoluteUri
        && uri.UserInfo.Length == 0
        && ((uri.Scheme == Uri.UriSchemeHttps && (allowLocal || uri.Port is 443 or 8443))
            || (uri.Scheme == Uri.UriSchemeHttp && allowLocal));

    public bool AllowsAddress(IPAddress address)
    {
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return IsLocalByOperator(plain) || !Array.Exists(_denied, network => network.Contains(plain));
    }

    /// <summary>Plain http is for the operator's own machines: a token never leaves for the internet unencrypted.</summary>
    public bool AllowsPlainText(IPAddress address) => IsLocalByOperator(address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address);

    /// <summary>Resolves once and connects to exactly those addresses: a second look-up could answer differently.</summary>
    public async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken ct)
    {
        var target = context.DnsEndPoint;
        var addresses = await ResolveAsync(target.Host, ct);
        var plainText = context.InitialRequestMessage.RequestUri?.Scheme == Uri.UriSchemeHttp;
        if (addresses.Length == 0 || !Array.TrueForAll(addresses, AllowsAddress) || (plainText && !Array.TrueForAll(addresses, AllowsPlainText)))
        {
            throw new AddressNotAllowedException();
        }

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, target.Port, ct);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    // A name that is unknown looks like one that leads inside: the answer would tell which names of this network exist.
    private async Task<IPAddress[]> ResolveAsync(string host, CancellationToken ct)
    {
        try
        {
            return await _resolve(host, ct);
        }
        catch (SocketException error) when (error.SocketErrorCode is SocketError.HostNotFound or SocketError.NoData)
        {
            return [];
        }
    }

    private bool IsLocalByOperator(IPAddress address) =>
        (allowLocal && IPAddress.IsLoopback(address)) || allowedNetworks.Any(network => network.Contains(address));
}

public sealed class AddressNotAllowedException() : IOException("The address is not allowed.");
