using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using CrmVoip.Simulador.Media;

namespace CrmVoip.Simulador.Sip;

/// <summary>Writes the simulator's side of the negotiation: ICE-lite, one audio line with PCMU and telephone-event.</summary>
public sealed class SdpWriter(MediaSession media, DtlsIdentity identity, IReadOnlyList<IPAddress> addresses)
{
    private const int DefaultTelephoneEvent = 101;
    private const long HostTypePreference = 126L << 24;

    private int version;

    public string Answer(SdpOffer offer)
    {
        var sdp = Start(offer.Mid);
        for (var i = 0; i < offer.MediaLines.Count; i++)
        {
            if (i == offer.AudioIndex)
            {
                AppendAudio(sdp, offer.Mid, "passive", offer.AnsweredDirection, offer.TelephoneEvent);
            }
            else
            {
                AppendRefused(sdp, offer.MediaLines[i]);
            }
        }

        return sdp.ToString();
    }

    public string Offer(string direction = "sendrecv")
    {
        var sdp = Start("0");
        AppendAudio(sdp, "0", "actpass", direction, DefaultTelephoneEvent);
        return sdp.ToString();
    }

    private StringBuilder Start(string mid) => new StringBuilder()
        .Append("v=0\r\n")
        .Append(CultureInfo.InvariantCulture, $"o=- {media.Ssrc} {++version} IN IP4 127.0.0.1\r\n")
        .Append("s=-\r\nt=0 0\r\na=ice-lite\r\n")
        .Append(CultureInfo.InvariantCulture, $"a=group:BUNDLE {mid}\r\na=msid-semantic: WMS simulador\r\n");

    private void AppendAudio(StringBuilder sdp, string mid, string setup, string direction, int telephoneEvent)
    {
        var hasDtmf = telephoneEvent >= 0;
        sdp.Append(CultureInfo.InvariantCulture, $"m=audio {media.Port} UDP/TLS/RTP/SAVPF 0{(hasDtmf ? $" {telephoneEvent}" : "")}\r\n")
            .Append(CultureInfo.InvariantCulture, $"c=IN IP4 {addresses.First(a => a.AddressFamily == AddressFamily.InterNetwork)}\r\n")
            .Append(CultureInfo.InvariantCulture, $"a=mid:{mid}\r\na={direction}\r\na=rtcp-mux\r\na=setup:{setup}\r\n")
            .Append(CultureInfo.InvariantCulture, $"a=ice-ufrag:{media.Ice.Ufrag}\r\na=ice-pwd:{media.Ice.Password}\r\n")
            .Append(CultureInfo.InvariantCulture, $"a=fingerprint:sha-256 {identity.Fingerprint}\r\n")
            .Append("a=rtpmap:0 PCMU/8000\r\na=ptime:20\r\n");
        if (hasDtmf)
        {
            sdp.Append(CultureInfo.InvariantCulture, $"a=rtpmap:{telephoneEvent} telephone-event/8000\r\na=fmtp:{telephoneEvent} 0-15\r\n");
        }

        AppendCandidates(sdp);
        sdp.Append(CultureInfo.InvariantCulture, $"a=msid:simulador audio\r\na=ssrc:{media.Ssrc} cname:simulador\r\n");
    }

    private void AppendCandidates(StringBuilder sdp)
    {
        for (var i = 0; i < addresses.Count; i++)
        {
            var priority = HostTypePreference | ((65535L - i) << 8) | 255;
            sdp.Append(CultureInfo.InvariantCulture, $"a=candidate:{i + 1} 1 udp {priority} {addresses[i]} {media.Port} typ host\r\n");
        }

        sdp.Append("a=end-of-candidates\r\n");
    }

    /// <summary>Every line of the offer needs one in the answer; port 0 refuses it (RFC 3264 §6).</summary>
    private static void AppendRefused(StringBuilder sdp, string mediaLine)
    {
        var fields = mediaLine.Split(' ');
        sdp.Append(CultureInfo.InvariantCulture, $"{fields[0]} 0 {string.Join(' ', fields.Skip(2))}\r\nc=IN IP4 0.0.0.0\r\na=inactive\r\n");
    }
}
