namespace CrmVoip.Simulador.Sip;

public sealed record SipHeader(string Name, string Value)
{
    private static readonly Dictionary<string, string> CompactNames = new(StringComparer.OrdinalIgnoreCase)
    {
        ["c"] = "Content-Type",
        ["f"] = "From",
        ["i"] = "Call-ID",
        ["k"] = "Supported",
        ["l"] = "Content-Length",
        ["m"] = "Contact",
        ["t"] = "To",
        ["v"] = "Via",
    };

    public bool Is(string name) => Name.Equals(name, StringComparison.OrdinalIgnoreCase);

    public static SipHeader? Parse(string line)
    {
        var colon = line.IndexOf(':', StringComparison.Ordinal);
        if (colon <= 0)
        {
            return null;
        }

        var name = line[..colon].Trim();
        return new SipHeader(CompactNames.GetValueOrDefault(name, name), line[(colon + 1)..].Trim());
    }
}
