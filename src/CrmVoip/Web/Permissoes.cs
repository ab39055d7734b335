using CrmVoip.Domain;
using CrmVoip.Tenancy;
using Microsoft.AspNetCore.Authorization;

namespace CrmVoip.Web;

/// <summary>Who may do what. The one place to read it.</summary>
public static class Permissoes
{
    public const string GerirConexoes = nameof(GerirConexoes);

    private static readonly Dictionary<string, Papel[]> _papeis = new()
    {
        [GerirConexoes] = [Papel.Administrador],
    };

    /// <summary>Whose recordings a person hears: the own calls, those of the own opportunities; a manager hears all.</summary>
    public static bool OuveTodas(Papel? papel) => papel is Papel.Administrador or Papel.Gestor;

    public static bool Pode(Papel? papel, string permissao) => papel is { } p && _papeis[permissao].Contains(p);

    public static void Registrar(AuthorizationOptions options)
    {
        options.FallbackPolicy = new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build();
        foreach (var permissao in _papeis.Keys)
        {
            options.AddPolicy(permissao, policy => policy.RequireAuthenticatedUser().AddRequirements(new PermissaoExigida(permissao)));
        }
    }
}

public sealed record PermissaoExigida(string Nome) : IAuthorizationRequirement;

public sealed class PermissaoHandler(IHttpContextAccessor contexto) : AuthorizationHandler<PermissaoExigida>
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, PermissaoExigida requirement)
    {
        var atual = contexto.HttpContext?.RequestServices.GetRequiredService<OrganizacaoAtual>();
        if (atual is { Definida: true } && Permissoes.Pode(atual.Exigido.Papel, requirement.Nome))
        {
            context.Succeed(requirement);
        }

        return Task.CompletedTask;
    }
}
