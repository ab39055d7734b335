using System.Globalization;
using System.Text;

namespace CrmVoip.Simulador.Sip;

/// <summary>A SIP request or response as it travels: start line, headers in order, body.</summary>
public sealed class SipMessage(string startLine, string body = "")
{
    public const string Version = "SIP/2.0";

    public string StartLine { get; } = startLine;

    public string Body { get; } = body;

    public List<SipHeader> Headers { get; } = [];

    public bool IsRequest => !StartLine.StartsWith(Version, StringComparison.Ordinal);

    public string Method => IsRequest ? StartLine.Split(' ')[0] : CSeqMethod;

    public string RequestUri => StartLine.Split(' ')[1];

    public int StatusCode => int.Parse(StartLine.Split(' ')[1], CultureInfo.InvariantCulture);

    public string CallId => this["Call-ID"] ?? "";

    public string From => this["From"] ?? "";

    public string To => this["To"] ?? "";

    public int CSeq => int.TryParse((this["CSeq"] ?? "").Split(' ')[0], CultureInfo.InvariantCulture, out var number) ? number : 0;

    public string CSeqMethod => (this["CSeq"] ?? "").Split(' ')[^1];

    public string? FromTag => SipParameters.Find(From, "tag");

    public string? ToTag => SipParameters.Find(To, "tag");

    /// <summary>Identifies the transaction (RFC 3261 §17).</summary>
    public string Branch => SipParameters.Find(this["Via"] ?? "", "branch") ?? "";

    public string? this[string name] => Headers.Find(header => header.Is(name))?.Value;

    public IEnumerable<string> All(string name) => Headers.Where(header => header.Is(name)).Select(header => header.Value);

    public SipMessage With(string name, string value)
    {
        Headers.Add(new SipHeader(name, value));
        return this;
    }

    public SipMessage CreateResponse(SipStatus status, string? toTag = null, string sdp = "")
    {
        var response = new SipMessage($"{Version} {status.Code} {status.Reason}", sdp);
        foreach (var header in Headers.Where(h => h.Is("Via") || h.Is("From") || h.Is("Call-ID") || h.Is("CSeq")))
        {
            response.Headers.Add(header);
        }

        response.With("To", toTag is not null && ToTag is null ? $"{To};tag={toTag}" : To);
        if (sdp.Length > 0)
        {
            response.With("Content-Type", "application/sdp");
        }

        return response.With("Server", "CrmVoip.Simulador");
    }

    public override string ToString()
    {
        var text = new StringBuilder(StartLine).Append("\r\n");
        foreach (var header in Headers.Where(header => !header.Is("Content-Length")))
        {
            text.Append(header.Name).Append(": ").Append(header.Value).Append("\r\n");
        }

        return text
            .Append(CultureInfo.InvariantCulture, $"Content-Length: {Encoding.UTF8.GetByteCount(Body)}\r\n\r\n")
            .Append(Body)
            .ToString();
    }
}
