using System.Net;
using System.Text.RegularExpressions;
using CrmVoip.Domain;

namespace CrmVoip.Features.Telefonia.Conexoes;

/// <summary>
/// Addresses an administrador may give the phone. They reach a security header and the browser's WebRTC, so each is a host
/// with little beside it. Loopback and plain ws only where the operator allows a provider on this machine.
/// </summary>
public static partial class EnderecosDoTelefone
{
    private const string Host = "(?<host>[A-Za-z0-9](?:[A-Za-z0-9.-]{0,251}[A-Za-z0-9])?)";
    private const string Porta = @"(?::(?<porta>\d{1,5}))?";

    public static bool EhDominio(string texto, bool permiteLocal) => Vale(Dominio().Match(texto), permiteLocal);

    public static bool EhWss(string texto, bool permiteLocal) =>
        texto.Length <= Integracao.BaseUrlMaximo
        && Vale(Wss().Match(texto), permiteLocal)
        && (permiteLocal || texto.StartsWith("wss:", StringComparison.OrdinalIgnoreCase));

    public static bool EhIce(string texto) => Vale(Ice().Match(texto), permiteLocal: true);

    private static bool Vale(Match endereco, bool permiteLocal) =>
        endereco.Success
        && Uri.CheckHostName(endereco.Groups["host"].Value) is UriHostNameType.Dns or UriHostNameType.IPv4
        && (permiteLocal || !EhLocal(endereco.Groups["host"].Value))
        && (endereco.Groups["porta"] is not { Success: true } porta || ushort.TryParse(porta.Value, out _));

    private static bool EhLocal(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || host.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host, out var ip) && (IPAddress.IsLoopback(ip) || ip.Equals(IPAddress.Any)));

    [GeneratedRegex($@"\A{Host}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Dominio();

    [GeneratedRegex($@"\Awss?://{Host}{Porta}(?:/[A-Za-z0-9._~/-]*)?\z", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Wss();

    [GeneratedRegex($@"\A(?:stun:{Host}{Porta}|turns?:{Host}{Porta}(?:\?transport=(?:udp|tcp))?)\z", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Ice();
}
