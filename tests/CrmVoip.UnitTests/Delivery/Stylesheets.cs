using System.Text.RegularExpressions;

namespace CrmVoip.UnitTests.Delivery;

/// <summary>What the stylesheets themselves say the design system is made of.</summary>
internal static partial class Stylesheets
{
    /// <summary>Set by htmx, not by us.</summary>
    private const string Foreign = "htmx-request";

    private static string Folder => Path.Combine(Repository.Root, "src", "frontend", "css");

    /// <summary>By name, whatever room the file is in.</summary>
    private static Dictionary<string, string> Paths { get; } =
        Directory.EnumerateFiles(Folder, "*.css", SearchOption.AllDirectories).ToDictionary(path => Path.GetFileName(path));

    public static IReadOnlyList<string> Files { get; } = [.. Paths.Keys.Order(StringComparer.Ordinal)];

    public static IReadOnlyList<string> Tokens { get; } = [.. Names(Token(), ["tokens.css"])];

    /// <summary>"cartao" of ".cartao__mover" and ".cartao--fantasma".</summary>
    public static IReadOnlyList<string> Blocks { get; } = [.. Names(Block(), Files).Where(name => name != Foreign)];

    private static IEnumerable<string> Names(Regex name, IEnumerable<string> files) => files
        .SelectMany(file => name.Matches(NotCode().Replace(File.ReadAllText(Paths[file]), "")).Select(match => match.Groups[1].Value))
        .Distinct()
        .Order(StringComparer.Ordinal);

    [GeneratedRegex(@"/\*.*?\*/|""[^""]*""", RegexOptions.Singleline)]
    private static partial Regex NotCode();

    [GeneratedRegex(@"^\s*(--[\w-]+):", RegexOptions.Multiline)]
    private static partial Regex Token();

    [GeneratedRegex(@"\.([a-z][a-z0-9]*(?:-[a-z0-9]+)*)")]
    private static partial Regex Block();
}
