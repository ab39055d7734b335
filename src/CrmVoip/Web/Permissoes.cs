using CrmVoip.Domain;
using CrmVoip.Tenancy;
using Microsoft.AspNetCore.Authorization;

namespace CrmVoip.Web;

/// <summary>One right. Descricao is shown to people, in pt-BR.</summary>
public sealed record Permissao(string Nome, string Descricao, params Papel[] Papeis);

/// <summary>Who may do what. The one place to read it; /membros shows the same table.</summary>
public static class Permissoes
{
    public const string Trabalhar = nameof(Trabalhar);
    public const string OuvirTodasAsGravacoes = nameof(OuvirTodasAsGravacoes);
    public const string PassarOportunidades = nameof(PassarOportunidades);
    public const string GerirConexoes = nameof(GerirConexoes);
    public const string GerirRamais = nameof(GerirRamais);
    public const string GerirMembros = nameof(GerirMembros);
    public const string VerAuditoria = nameof(VerAuditoria);

    public static readonly IReadOnlyList<Permissao> Todas =
    [
        new(Trabalhar, "Trabalhar no funil, ligar, cuidar do próprio ramal e ouvir as gravações das próprias ligações e oportunidades", Papel.Administrador, Papel.Gestor, Papel.Vendedor),
        new(OuvirTodasAsGravacoes, "Ouvir as gravações de todas as ligações", Papel.Administrador, Papel.Gestor),
        new(PassarOportunidades, "Passar a oportunidade de um colega para si ou para outra pessoa", Papel.Administrador, Papel.Gestor),
        new(GerirMembros, "Convidar pessoas, mudar papéis e desativar membros", Papel.Administrador),
        new(GerirRamais, "Atribuir, trocar e revogar os ramais da organização", Papel.Administrador),
        new(GerirConexoes, "Conectar e desconectar a API4COM", Papel.Administrador),
        new(VerAuditoria, "Ver e exportar a auditoria", Papel.Administrador),
    ];

    public static bool Pode(Papel? papel, string permissao) =>
        papel is { } p && Todas.Single(t => t.Nome == permissao).Papeis.Contains(p);

    public static void Registrar(AuthorizationOptions options)
    {
        options.FallbackPolicy = new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build();
        foreach (var permissao in Todas)
        {
            options.AddPolicy(permissao.Nome, policy => policy.RequireAuthenticatedUser().AddRequirements(new PermissaoExigida(permissao.Nome)));
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
