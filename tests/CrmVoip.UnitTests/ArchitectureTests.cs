using ArchUnitNET.Domain;
using ArchUnitNET.Loader;
using ArchUnitNET.xUnit;
using CrmVoip.Data;
using static ArchUnitNET.Fluent.ArchRuleDefinition;

namespace CrmVoip.UnitTests;

/// <summary>The arrows between folders: left may use right, nothing else.</summary>
public sealed class ArchitectureTests
{
    private static readonly Architecture _produto = new ArchLoader().LoadAssemblies(typeof(CrmDbContext).Assembly).Build();

    public static TheoryData<string, string[]> Arrows => new()
    {
        { "Domain", [] },
        { "Vault", [] },
        { "Api4Com", [] },
        { "Mail", [] },
        { "Tenancy", ["Domain"] },
        { "Data", ["Domain", "Tenancy"] },
        { "Work", ["Domain", "Tenancy", "Data"] },
        { "Web", ["Domain", "Data", "Tenancy"] },
        { "Features", ["Domain", "Data", "Tenancy", "Api4Com", "Web", "Vault", "Mail", "Work"] },
    };

    [Theory]
    [MemberData(nameof(Arrows))]
    public void Folder_uses_only_what_it_may(string pasta, string[] permitidas)
    {
        Assert.Contains(_produto.Types, t => t.Namespace.FullName.StartsWith($"CrmVoip.{pasta}", StringComparison.Ordinal));
        string[] pastas = ["Domain", "Vault", "Api4Com", "Mail", "Tenancy", "Data", "Work", "Web", "Features", "Hosting"];
        foreach (var proibida in pastas.Except(permitidas).Where(p => p != pasta))
        {
            Types().That().ResideInNamespaceMatching($@"^CrmVoip\.{pasta}(\..*)?$")
                .Should().NotDependOnAny(Types().That().ResideInNamespaceMatching($@"^CrmVoip\.{proibida}(\..*)?$"))
                .WithoutRequiringPositiveResults()
                .Check(_produto);
        }
    }

    /// <summary>Rooms of one house, until each has its public face: calls and the provider's records of them.</summary>
    private static readonly HashSet<(string, string)> _vizinhos =
    [
        ("Ligacoes", "Telefonia"), ("Telefonia", "Ligacoes"), ("Conexoes", "Telefonia"),
    ];

    [Fact]
    public void A_feature_never_uses_another_feature_that_it_is_not_allowed_to()
    {
        var features = _produto.Types
            .Select(t => t.Namespace.FullName)
            .Where(n => n.StartsWith("CrmVoip.Features.", StringComparison.Ordinal))
            .Select(n => n.Split('.')[2])
            .Where(n => n != "Shared")
            .Distinct()
            .ToList();
        Assert.NotEmpty(features);
        foreach (var feature in features)
        {
            foreach (var outra in features.Where(f => f != feature && !_vizinhos.Contains((feature, f))))
            {
                Types().That().ResideInNamespaceMatching($@"^CrmVoip\.Features\.{feature}(\..*)?$")
                    .Should().NotDependOnAny(Types().That().ResideInNamespaceMatching($@"^CrmVoip\.Features\.{outra}(\..*)?$"))
                    .WithoutRequiringPositiveResults()
                    .Check(_produto);
            }
        }
    }

    [Fact]
    public void Domain_knows_no_framework() =>
        Types().That().ResideInNamespaceMatching(@"^CrmVoip\.Domain(\..*)?$").And().DoNotHaveName("Usuario")
            .Should().NotDependOnAny(Types().That().ResideInNamespaceMatching(@"^(Microsoft\.(EntityFrameworkCore|AspNetCore)|Npgsql)(\..*)?$"))
            .WithoutRequiringPositiveResults()
            .Check(_produto);
}
