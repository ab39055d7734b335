using System.Text.RegularExpressions;

namespace CrmVoip.Simulador.Sip;

/// <summary>Pieces of header values: parameters, URIs, user and host.</summary>
public static partial class SipParameters
{
    /// <summary>Value of <c>;name=value</c> or <c>name="value"</c>; null when absent.</summary>
    public static string? Find(string value, string name)
    {
        var match = Regex.Match(
            value,
            $"(?:^|[;,\\s]){Regex.Escape(name)}\\s*=\\s*(?:\"([^\"]*)\"|([^;,\\s>]+))",
            RegexOptions.IgnoreCase,
            TimeSpan.FromSeconds(1));
        return match.Success ? match.Groups[1].Success ? match.Groups[1].Value : match.Groups[2].Value : null;
    }

    /// <summary>The URI of a name-addr or of a bare address, without the header's own parameters.</summary>
    public static string Uri(string value)
    {
        var match = BracketedUri().Match(value);
        return match.Success ? match.Groups[1].Value : value.Split(';')[0].Trim();
    }

    public static string User(string value)
    {
        var match = UserAndHost().Match(value);
        return match.Success ? System.Uri.UnescapeDataString(match.Groups[1].Value) : "";
    }

    public static string Host(string value)
    {
        var match = UserAndHost().Match(value);
        return match.Success ? match.Groups[2].Value : "";
    }

    [GeneratedRegex("<([^>]+)>")]
    private static partial Regex BracketedUri();

    [GeneratedRegex(@"sips?:(?:([^@;>\s]+)@)?([^:;>\s]+)")]
    private static partial Regex UserAndHost();
}
