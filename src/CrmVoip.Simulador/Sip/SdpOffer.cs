using System.Globalization;

namespace CrmVoip.Simulador.Sip;

/// <summary>What the simulator needs from a browser's SDP, whether it is an offer or an answer.</summary>
public sealed record SdpOffer(
    string Mid, string Ufrag, string Fingerprint, int TelephoneEvent, string Direction, IReadOnlyList<string> MediaLines, int AudioIndex)
{
    /// <summary>The peer stopped listening or speaking: hold (RFC 3264 §8.4).</summary>
    public bool Held => Direction is "sendonly" or "inactive";

    public string AnsweredDirection => Direction switch
    {
        "sendonly" => "recvonly",
        "recvonly" => "sendonly",
        "inactive" => "inactive",
        _ => "sendrecv",
    };

    /// <summary>Null when there is no audio line with PCMU, ICE and a SHA-256 fingerprint.</summary>
    public static SdpOffer? Parse(string sdp)
    {
        var lines = sdp.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var mediaLines = lines.Where(line => line.StartsWith("m=", StringComparison.Ordinal)).ToList();
        var audioIndex = mediaLines.FindIndex(line => line.StartsWith("m=audio ", StringComparison.Ordinal));
        if (audioIndex < 0 || !mediaLines[audioIndex].Split(' ').Skip(3).Contains("0"))
        {
            return null;
        }

        var session = lines.TakeWhile(line => !line.StartsWith("m=", StringComparison.Ordinal));
        var audio = lines
            .SkipWhile(line => line != mediaLines[audioIndex]).Skip(1)
            .TakeWhile(line => !line.StartsWith("m=", StringComparison.Ordinal))
            .Concat(session)
            .ToList();

        return Value(audio, "a=ice-ufrag:") is { } ufrag && Value(audio, "a=fingerprint:sha-256 ") is { } fingerprint
            ? new SdpOffer(
                Value(audio, "a=mid:") ?? "0",
                ufrag,
                fingerprint.ToUpperInvariant(),
                FindTelephoneEvent(audio),
                FindDirection(audio),
                mediaLines,
                audioIndex)
            : null;
    }

    private static string? Value(List<string> lines, string prefix) =>
        lines.Find(line => line.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))?[prefix.Length..].Trim();

    private static string FindDirection(List<string> lines) =>
        lines.Find(line => line is "a=sendrecv" or "a=sendonly" or "a=recvonly" or "a=inactive")?[2..] ?? "sendrecv";

    private static int FindTelephoneEvent(List<string> lines)
    {
        const string prefix = "a=rtpmap:";
        var line = lines.Find(candidate =>
            candidate.StartsWith(prefix, StringComparison.Ordinal)
            && candidate.EndsWith(" telephone-event/8000", StringComparison.OrdinalIgnoreCase));
        return line is not null && int.TryParse(line[prefix.Length..line.IndexOf(' ', StringComparison.Ordinal)], CultureInfo.InvariantCulture, out var type)
            ? type
            : -1;
    }
}
