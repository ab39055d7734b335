using CrmVoip.Tenancy;

namespace CrmVoip.Web.Limites;

/// <summary>Under what a request is counted.</summary>
public static class ChaveDoLimite
{
    public static string De(PorQuem quem, HttpContext contexto) => quem switch
    {
        PorQuem.Pessoa when OrganizacaoMiddleware.UsuarioId(contexto.User) is { } pessoa => $"{pessoa:N}",
        PorQuem.Organizacao when contexto.RequestServices.GetRequiredService<OrganizacaoAtual>().Id is { } organizacao => $"{organizacao:N}",
        PorQuem.Conexao when Guid.TryParse(contexto.GetRouteValue("organizacaoId") as string, out var organizacao) => $"{organizacao:N} {Endereco(contexto)}",
        _ => Endereco(contexto),
    };

    private static string Endereco(HttpContext contexto) => RedeDoPedido.De(contexto.Connection.RemoteIpAddress);
}
