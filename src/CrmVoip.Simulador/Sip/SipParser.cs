using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace CrmVoip.Simulador.Sip;

/// <summary>Reads one message of one WebSocket frame (RFC 7118). Anything doubtful is refused, never guessed.</summary>
public static partial class SipParser
{
    private static readonly string[] Required = ["Via", "From", "To", "Call-ID", "CSeq"];

    public static SipMessage? Parse(string text)
    {
        var end = text.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        if (end < 0)
        {
            return null;
        }

        var lines = FoldedLine().Replace(text[..end], " ").Split("\r\n");
        var message = new SipMessage(lines[0], text[(end + 4)..]);
        foreach (var line in lines.Skip(1))
        {
            if (SipHeader.Parse(line) is not { } header)
            {
                return null;
            }

            message.Headers.Add(header);
        }

        return IsValid(message) ? message : null;
    }

    private static bool IsValid(SipMessage message) =>
        (RequestLine().IsMatch(message.StartLine) || StatusLine().IsMatch(message.StartLine))
        && Required.All(name => !string.IsNullOrEmpty(message[name]))
        && CSeqValue().IsMatch(message["CSeq"]!)
        && message.CSeqMethod == message.Method
        && HasWholeBody(message);

    private static bool HasWholeBody(SipMessage message) =>
        message["Content-Length"] is not { } declared
        || (int.TryParse(declared, NumberStyles.None, CultureInfo.InvariantCulture, out var length)
            && length == Encoding.UTF8.GetByteCount(message.Body));

    [GeneratedRegex(@"\r\n[ \t]+")]
    private static partial Regex FoldedLine();

    [GeneratedRegex(@"^[A-Z]+ \S+ SIP/2\.0$")]
    private static partial Regex RequestLine();

    [GeneratedRegex(@"^SIP/2\.0 [1-6]\d\d .*$")]
    private static partial Regex StatusLine();

    [GeneratedRegex(@"^\d{1,9} +[A-Z]+$")]
    private static partial Regex CSeqValue();
}
