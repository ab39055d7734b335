using System.Net;
using System.Net.Sockets;
using CrmVoip.Tenancy;

namespace CrmVoip.Web.Limites;

/// <summary>Under what a request is counted.</summary>
public static class ChaveDoLimite
{
    private const int BytesDaRede = 8;

    public static string De(PorQuem quem, HttpContext contexto) => quem switch
    {
        PorQuem.Pessoa when OrganizacaoMiddleware.UsuarioId(contexto.User) is { } pessoa => $"{pessoa:N}",
        PorQuem.Organizacao when contexto.RequestServices.GetRequiredService<OrganizacaoAtual>().Id is { } organizacao => $"{organizacao:N}",
        PorQuem.Conexao when Guid.TryParse(contexto.GetRouteValue("organizacaoId") as string, out var organizacao) => $"{organizacao:N} {Endereco(contexto)}",
        _ => Endereco(contexto),
    };

    private static string Endereco(HttpContext contexto) => De(contexto.Connection.RemoteIpAddress);

    /// <summary>An IPv4 address written as IPv6 is that IPv4 address.</summary>
    public static string De(IPAddress? endereco) => endereco switch
    {
        null => "-",
        { IsIPv4MappedToIPv6: true } => endereco.MapToIPv4().ToString(),
        { AddressFamily: AddressFamily.InterNetworkV6 } => $"{Rede(endereco)}/64",
        _ => endereco.ToString(),
    };

    private static IPAddress Rede(IPAddress endereco)
    {
        var bytes = endereco.GetAddressBytes();
        bytes.AsSpan(BytesDaRede).Clear();
        return new IPAddress(bytes);
    }
}
