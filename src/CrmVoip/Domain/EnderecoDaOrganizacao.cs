using System.Text.RegularExpressions;

namespace CrmVoip.Domain;

/// <summary>What may stand in /o/{slug}.</summary>
public static partial class EnderecoDaOrganizacao
{
    public const int Minimo = 3;

    // Names that would pass for the product itself, or that the product's own addresses use beside a slug.
    private static readonly HashSet<string> _reservados =
    [
        "admin", "administrador", "ajuda", "api", "api4com", "app", "conta", "contas", "convite", "convites", "criar", "crm", "crmvoip",
        "demonstracao", "dist", "entrar", "erro", "ganchos", "health", "nova", "novo", "oficial", "organizacao", "organizacoes", "sair",
        "seguranca", "sistema", "suporte", "teste", "www",
    ];

    public static bool Valido(string slug) =>
        slug.Length is >= Minimo and <= Organizacao.SlugMaximo && Formato().IsMatch(slug);

    public static bool Reservado(string slug) => _reservados.Contains(slug);

    [GeneratedRegex(@"\A[a-z0-9]+(-[a-z0-9]+)*\z")]
    private static partial Regex Formato();
}
