using CrmVoip.Domain;
using CrmVoip.Tenancy;
using Microsoft.AspNetCore.Authorization;

namespace CrmVoip.Web;

/// <summary>How far a right reaches. What a person's own are, each type says for itself (QuemVe, QuemOuve, PassagemDaOportunidade).</summary>
public enum Alcance
{
    Nenhum,
    Proprias,
    Todas,
}

/// <summary>One right, and how far each papel's reaches. Descricao is shown to people, in pt-BR.</summary>
public sealed record Permissao(string Nome, string Descricao, Alcance Vendedor, Alcance Gestor, Alcance Administrador = Alcance.Todas)
{
    /// <summary>Of rows, which are somebody's; the others one has or has not.</summary>
    public bool DeLinhas => Vendedor == Alcance.Proprias || Gestor == Alcance.Proprias;

    public Alcance De(Papel papel) => papel switch
    {
        Papel.Administrador => Administrador,
        Papel.Gestor => Gestor,
        _ => Vendedor,
    };
}

/// <summary>Who may do what, type by level. The one place to read it; /membros shows the same table.</summary>
public static class Permissoes
{
    public const string Trabalhar = nameof(Trabalhar);
    public const string VerLigacoes = nameof(VerLigacoes);
    public const string OuvirGravacoes = nameof(OuvirGravacoes);
    public const string PassarOportunidades = nameof(PassarOportunidades);
    public const string MudarNotas = nameof(MudarNotas);
    public const string Exportar = nameof(Exportar);
    public const string Importar = nameof(Importar);
    public const string ConfigurarFunil = nameof(ConfigurarFunil);
    public const string LiberarLigacoes = nameof(LiberarLigacoes);
    public const string GerirConexoes = nameof(GerirConexoes);
    public const string GerirRamais = nameof(GerirRamais);
    public const string GerirMembros = nameof(GerirMembros);
    public const string VerAuditoria = nameof(VerAuditoria);

    public static readonly IReadOnlyList<Permissao> Todas =
    [
        new(Trabalhar, "Trabalhar no funil, ligar e cuidar do próprio ramal", Alcance.Todas, Alcance.Todas),
        new(VerLigacoes, "Ver a lista das ligações e corrigir resultado e nota", Alcance.Proprias, Alcance.Todas),
        new(OuvirGravacoes, "Ouvir gravações das ligações", Alcance.Proprias, Alcance.Todas),
        new(PassarOportunidades, "Passar oportunidades para outra pessoa", Alcance.Proprias, Alcance.Todas),
        new(MudarNotas, "Editar e excluir notas", Alcance.Proprias, Alcance.Todas),
        new(Exportar, "Exportar para planilha os contatos, as ligações e as oportunidades", Alcance.Nenhum, Alcance.Todas),
        new(Importar, "Importar contatos de planilhas e desfazer importações", Alcance.Nenhum, Alcance.Todas),
        new(ConfigurarFunil, "Configurar as etapas do funil, os motivos de perda e os resultados das ligações", Alcance.Nenhum, Alcance.Nenhum),
        new(LiberarLigacoes, "Liberar ligações para um telefone marcado como “não ligar”", Alcance.Nenhum, Alcance.Nenhum),
        new(GerirMembros, "Convidar pessoas, mudar papéis e desativar membros", Alcance.Nenhum, Alcance.Nenhum),
        new(GerirRamais, "Atribuir, trocar e revogar os ramais da organização", Alcance.Nenhum, Alcance.Nenhum),
        new(GerirConexoes, "Conectar e desconectar a API4COM", Alcance.Nenhum, Alcance.Nenhum),
        new(VerAuditoria, "Ver e exportar a auditoria", Alcance.Nenhum, Alcance.Nenhum),
    ];

    public static Alcance De(Papel? papel, string permissao) =>
        papel is { } p ? Todas.Single(t => t.Nome == permissao).De(p) : Alcance.Nenhum;

    public static bool Pode(Papel? papel, string permissao) => De(papel, permissao) != Alcance.Nenhum;

    public static bool PodeEmTodas(Papel? papel, string permissao) => De(papel, permissao) == Alcance.Todas;

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
