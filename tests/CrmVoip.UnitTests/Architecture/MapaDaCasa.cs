using CrmVoip.UnitTests.Delivery;

namespace CrmVoip.UnitTests.Architecture;

/// <summary>The two tables of docs/architecture.md: folders with what they may use, rooms with their face as well.</summary>
internal sealed record MapaDaCasa(IReadOnlyList<Pasta> Pastas, IReadOnlyList<Sala> Salas)
{
    public const string Tudo = "everything";

    public static MapaDaCasa Ler()
    {
        var linhas = Repository.Read("docs/architecture.md").Split('\n');
        var pastas = Tabela(linhas, "| folder |").Where(c => c[2] != Tudo).Select(c => new Pasta(Nomes(c[0])[0], Nomes(c[2])));
        var salas = Tabela(linhas, "| room |").ToList();
        var todas = salas.Select(c => Nomes(c[0])[0]).ToArray();
        return new MapaDaCasa(
            [.. pastas],
            [.. salas.Select(c => new Sala(Nomes(c[0])[0], Nomes(c[2]), c[3] == Tudo ? [.. todas, Tudo] : Nomes(c[3])))]);
    }

    private static IEnumerable<string[]> Tabela(string[] linhas, string cabecalho) => linhas
        .SkipWhile(l => !l.StartsWith(cabecalho, StringComparison.Ordinal))
        .Skip(2)
        .TakeWhile(l => l.StartsWith('|'))
        .Select(l => l.Trim('|').Split('|', StringSplitOptions.TrimEntries));

    private static string[] Nomes(string celula) => [.. celula.Split('`').Where((_, i) => i % 2 == 1)];
}

internal sealed record Pasta(string Nome, string[] Usa);

internal sealed record Sala(string Nome, string[] Rosto, string[] Usa);
