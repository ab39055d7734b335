using System.Text.RegularExpressions;

namespace CrmVoip.Simulador.Sip;

/// <summary>A digit sent by INFO, as <c>application/dtmf-relay</c> writes it.</summary>
public static partial class DtmfInfo
{
    public static char? Read(string body) =>
        Signal().Match(body) is { Success: true } match ? match.Groups[1].Value[0] : null;

    [GeneratedRegex(@"^Signal\s*=\s*([0-9A-D*#])", RegexOptions.IgnoreCase | RegexOptions.Multiline)]
    private static partial Regex Signal();
}
