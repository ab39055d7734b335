using System.Text.RegularExpressions;

namespace CrmVoip.Text;

/// <summary>
/// JSON whose strings can be read and kept. Half of a surrogate pair ("\ud83d": an emoji cut by its sender) is no text to .NET
/// nor to PostgreSQL, and becomes U+FFFD; U+0000, which PostgreSQL does not hold, goes.
/// </summary>
public static partial class JsonInteiro
{
    public static string De(string json) =>
        json.Contains(@"\u", StringComparison.Ordinal) ? Escapes().Replace(json, Inteiro) : json;

    private static string Inteiro(Match escape) => escape switch
    {
        { Groups: var partes } when partes["metade"].Success => @"\ufffd",
        { Groups: var partes } when partes["nulo"].Success => "",
        _ => escape.Value,
    };

    // A backslash that is escaped itself begins nothing: "\\ud83d" is six letters of text.
    [GeneratedRegex(@"\\u[dD][89abAB][\da-fA-F]{2}\\u[dD][c-fC-F][\da-fA-F]{2}|(?<metade>\\u[dD][89a-fA-F][\da-fA-F]{2})|(?<nulo>\\u0000)|\\.")]
    private static partial Regex Escapes();
}
