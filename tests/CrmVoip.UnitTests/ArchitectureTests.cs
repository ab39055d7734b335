using ArchUnitNET.Domain;
using ArchUnitNET.Domain.Extensions;
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
        { "Text", [] },
        { "Domain", ["Text"] },
        { "Vault", [] },
        { "Api4Com", ["Text"] },
        { "Mail", [] },
        { "Tenancy", ["Domain"] },
        { "Data", ["Domain", "Tenancy"] },
        { "Work", ["Domain", "Tenancy", "Data"] },
        { "Web", ["Text", "Domain", "Data", "Tenancy"] },
        { "Novidades", ["Domain", "Tenancy", "Data"] },
        { "Features", ["Text", "Domain", "Data", "Tenancy", "Api4Com", "Web", "Vault", "Mail", "Work", "Novidades"] },
    };

    [Theory]
    [MemberData(nameof(Arrows))]
    public void Folder_uses_only_what_it_may(string pasta, string[] permitidas)
    {
        Assert.Contains(_produto.Types, t => t.Namespace.FullName.StartsWith($"CrmVoip.{pasta}", StringComparison.Ordinal));
        string[] pastas = ["Text", "Domain", "Vault", "Api4Com", "Mail", "Tenancy", "Data", "Work", "Web", "Novidades", "Features", "Hosting"];
        foreach (var proibida in pastas.Except(permitidas).Where(p => p != pasta))
        {
            Types().That().ResideInNamespaceMatching($@"^CrmVoip\.{pasta}(\..*)?$")
                .Should().NotDependOnAny(Types().That().ResideInNamespaceMatching($@"^CrmVoip\.{proibida}(\..*)?$"))
                .WithoutRequiringPositiveResults()
                .Check(_produto);
        }
    }

    /// <summary>Rooms of one house, until each has its public face: calls and the provider's records of them, the board and its deals.</summary>
    private static readonly HashSet<(string, string)> _vizinhos =
    [
        ("Ligacoes", "Telefonia.Ligacoes"), ("Telefonia.Ligacoes", "Ligacoes"), ("Conexoes", "Telefonia.Ligacoes"), ("Conexoes", "Ramais"), ("Desenvolvimento", "Telefonia.Ligacoes"),
        ("Pessoas.Conta", "Pessoas.Fatores"), ("Pessoas.Fatores", "Pessoas.Conta"), ("Pessoas.Membros", "Pessoas.Fatores"), ("Pessoas.Auditorias", "Pessoas.Fatores"),
        ("Conexoes", "Pessoas.Fatores"),
        ("Oportunidades", "Vendas.Busca"), ("Vendas.Quadros", "Vendas.Busca"), ("Desenvolvimento", "Vendas.Busca"),
        ("Pessoas.Conta", "Pessoas.Correio"), ("Pessoas.Membros", "Pessoas.Correio"),
        ("Oportunidades", "Vendas.Quadros"), ("Vendas.Quadros", "Oportunidades"), ("Desenvolvimento", "Vendas.Quadros"),
    ];

    /// <summary>A room holds features; what lies in its own folder has not moved into one yet.</summary>
    private static readonly string[] _salas = ["Vendas", "Telefonia", "Pessoas", "Gestao"];

    [Fact]
    public void A_feature_never_uses_another_feature_that_it_is_not_allowed_to()
    {
        var features = _produto.Types
            .Select(t => t.Namespace.FullName)
            .Where(n => n.StartsWith("CrmVoip.Features.", StringComparison.Ordinal))
            .Select(Feature)
            .Where(n => n != "Shared")
            .Distinct()
            .ToList();
        Assert.Contains("Telefonia.Gravacoes", features);
        foreach (var feature in features)
        {
            foreach (var outra in features.Where(f => f != feature && !_vizinhos.Contains((feature, f))))
            {
                Types().That().ResideInNamespaceMatching(Namespaces(feature))
                    .Should().NotDependOnAny(Types().That().ResideInNamespaceMatching(Namespaces(outra)))
                    .WithoutRequiringPositiveResults()
                    .Check(_produto);
            }
        }
    }

    private static string Feature(string nome)
    {
        var partes = nome.Split('.');
        return _salas.Contains(partes[2]) && partes.Length > 3 ? $"{partes[2]}.{partes[3]}" : partes[2];
    }

    private static string Namespaces(string feature)
    {
        var nome = $@"^CrmVoip\.Features\.{feature.Replace(".", @"\.", StringComparison.Ordinal)}";
        return _salas.Contains(feature) ? $"{nome}$" : $@"{nome}(\..*)?$";
    }

    /// <summary>Who takes a part of a string by its position (a range is a Substring): none of these was written by a person or the provider as it stands.</summary>
    private static readonly Dictionary<string, string> _porPosicao = new()
    {
        ["Domain.Busca.ConteudoPesquisavel"] = "digits",
        ["Domain.NumeroDeTelefone"] = "digits",
        ["Domain.Telefonia.ChaveDeNumero"] = "digits",
        ["Features.Telefonia.Ligacoes.ContatosPorNumero"] = "digits",
        ["Domain.TextoDeTelefone"] = "before what an expression found",
        ["Domain.Posicao"] = "digits of its own",
        ["AspNetCoreGeneratedDocument.Features_Pessoas_Conta_Convite"] = "a path, at its end",
        ["Features.Conexoes.SalvarConexao"] = "the end of a token, which is ASCII",
        ["Features.Ligacoes.ReceberGancho"] = "the beginning of a digest",
        ["Hosting.Demonstracao.DadosDeDemonstracao"] = "a token of the demonstration",
        ["Vault.CofreDeProtecaoDeDados"] = "behind a version of its own",
        ["Web.PrefixoDaOrganizacaoMiddleware"] = "a path, at its slash",
    };

    [Fact]
    public void Text_is_cut_by_Medida_alone()
    {
        string[] cortes = ["Substring(", "Remove("];
        var quem = _produto.Types
            .Where(t => t.GetMethodMembers().SelectMany(m => m.GetCalledMethods())
                .Any(m => m.DeclaringType.FullName == "System.String" && cortes.Any(c => m.Name.StartsWith(c, StringComparison.Ordinal))))
            .Select(t => t.FullName.Replace("CrmVoip.", "", StringComparison.Ordinal))
            .ToList();
        Assert.Contains("Domain.Posicao", quem);
        Assert.Empty(quem.Except(_porPosicao.Keys));
    }

    [Fact]
    public void Domain_knows_no_framework() =>
        Types().That().ResideInNamespaceMatching(@"^CrmVoip\.Domain(\..*)?$").And().DoNotHaveName("Usuario")
            .Should().NotDependOnAny(Types().That().ResideInNamespaceMatching(@"^(Microsoft\.(EntityFrameworkCore|AspNetCore)|Npgsql)(\..*)?$"))
            .WithoutRequiringPositiveResults()
            .Check(_produto);
}
