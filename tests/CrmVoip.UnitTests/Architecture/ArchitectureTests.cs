using ArchUnitNET.Domain;
using ArchUnitNET.Domain.Extensions;
using ArchUnitNET.Loader;
using ArchUnitNET.xUnit;
using CrmVoip.Data;
using static ArchUnitNET.Fluent.ArchRuleDefinition;

namespace CrmVoip.UnitTests.Architecture;

/// <summary>The arrows between folders and between rooms, as docs/architecture.md draws them.</summary>
public sealed class ArchitectureTests
{
    private static readonly MapaDaCasa _mapa = MapaDaCasa.Ler();
    private static readonly ArchUnitNET.Domain.Architecture _produto = new ArchLoader().LoadAssemblies(typeof(CrmDbContext).Assembly).Build();

    public static TheoryData<string> Folders => new(_mapa.Pastas.Select(p => p.Nome));

    public static TheoryData<string> Rooms => new(_mapa.Salas.Select(s => s.Nome));

    [Fact]
    public void The_map_names_every_folder_and_every_room()
    {
        var pastas = Partes("CrmVoip.", 1).Where(p => p is not ("Program" or "Hosting"));
        Assert.Equal(pastas.Order(), _mapa.Pastas.Select(p => p.Nome).Order());
        Assert.Equal(Partes("CrmVoip.Features.", 2).Order(), _mapa.Salas.Select(s => s.Nome).Order());
    }

    [Theory]
    [MemberData(nameof(Folders))]
    public void Folder_uses_only_what_it_may(string pasta)
    {
        var permitidas = _mapa.Pastas.Single(p => p.Nome == pasta).Usa;
        foreach (var proibida in _mapa.Pastas.Select(p => p.Nome).Append("Hosting").Except(permitidas).Where(p => p != pasta))
        {
            Assert.Empty(Setas($"CrmVoip.{pasta}", $"CrmVoip.{proibida}"));
        }
    }

    [Theory]
    [MemberData(nameof(Rooms))]
    public void Room_uses_only_what_it_may(string sala)
    {
        var permitidas = _mapa.Salas.Single(s => s.Nome == sala).Usa;
        foreach (var proibida in _mapa.Salas.Select(s => s.Nome).Except(permitidas).Where(s => s != sala))
        {
            Assert.Empty(Setas($"CrmVoip.Features.{sala}", $"CrmVoip.Features.{proibida}"));
        }
    }

    [Theory]
    [MemberData(nameof(Rooms))]
    public void Room_is_used_by_its_face_alone(string sala)
    {
        var rosto = _mapa.Salas.Single(s => s.Nome == sala).Rosto;
        foreach (var outra in _mapa.Salas.Where(s => s.Nome != sala && !s.Usa.Contains(MapaDaCasa.Tudo)))
        {
            Assert.Empty(Setas($"CrmVoip.Features.{outra.Nome}", $"CrmVoip.Features.{sala}").Where(s => !rosto.Contains(s.Alvo)));
        }
    }

    private static IEnumerable<string> Partes(string prefixo, int lugar) => _produto.Types
        .Select(t => t.Namespace.FullName)
        .Where(n => n.StartsWith(prefixo, StringComparison.Ordinal))
        .Select(n => n.Split('.')[lugar])
        .Distinct();

    /// <summary>Who under one namespace uses which type under another.</summary>
    private static List<(string Quem, string Alvo)> Setas(string de, string para) =>
    [
        .. _produto.Types.Where(t => Dentro(t, de))
            .SelectMany(t => t.Dependencies.Where(d => Dentro(d.Target, para)).Select(d => (t.FullName, d.Target.Name)))
            .Distinct(),
    ];

    // The loader gives a generic parameter the place of any other of its name.
    private static bool Dentro(IType tipo, string pasta) =>
        tipo is not GenericParameter && tipo.Namespace is { } n && (n.FullName == pasta || n.FullName.StartsWith(pasta + ".", StringComparison.Ordinal));

    /// <summary>Who takes a part of a string by its position (a range is a Substring): none of these was written by a person or the provider as it stands.</summary>
    private static readonly Dictionary<string, string> _porPosicao = new()
    {
        ["Domain.Busca.ConteudoPesquisavel"] = "digits",
        ["Domain.NumeroDeTelefone"] = "digits",
        ["Domain.Telefonia.ChaveDeNumero"] = "digits",
        ["Features.Telefonia.Registros.ContatosPorNumero"] = "digits",
        ["Domain.TextoDeTelefone"] = "before what an expression found",
        ["Domain.Posicao"] = "digits of its own",
        ["Domain.Mencoes"] = "where a word ends, to compare it",
        ["AspNetCoreGeneratedDocument.Features_Pessoas_Conta_Convite"] = "a path, at its end",
        ["Features.Telefonia.Conexoes.SalvarConexao"] = "the end of a token, which is ASCII",
        ["Features.Telefonia.Registros.ReceberGancho"] = "the beginning of a digest",
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
