using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;

namespace CrmVoip.Simulador.Media;

/// <summary>Addresses a browser may reach the media on: the machine's own, loopback last, and those given by configuration.</summary>
public static class HostAddresses
{
    public static IReadOnlyList<IPAddress> Find(string extra)
    {
        var configured = extra
            .Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(text => IPAddress.TryParse(text, out var address) ? address : null)
            .OfType<IPAddress>();

        return [.. configured.Concat(OfTheMachine()).Append(IPAddress.Loopback).Distinct()];
    }

    private static IEnumerable<IPAddress> OfTheMachine() =>
        NetworkInterface.GetAllNetworkInterfaces()
            .Where(network => network.OperationalStatus == OperationalStatus.Up)
            .SelectMany(network => network.GetIPProperties().UnicastAddresses)
            .Select(unicast => unicast.Address)
            .Where(address => !IPAddress.IsLoopback(address) && IsUsable(address))
            .OrderBy(address => address.AddressFamily);

    private static bool IsUsable(IPAddress address) =>
        address.AddressFamily == AddressFamily.InterNetwork
        || (Socket.OSSupportsIPv6 && !address.IsIPv6LinkLocal && !address.IsIPv6Multicast);
}
