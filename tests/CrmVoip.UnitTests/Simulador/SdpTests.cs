using CrmVoip.Simulador.Sip;

namespace CrmVoip.UnitTests.Simulador;

public sealed class SdpTests
{
    private const string Offer =
        "v=0\r\no=- 1 2 IN IP4 127.0.0.1\r\ns=-\r\nt=0 0\r\na=group:BUNDLE 0\r\n"
        + "m=audio 50000 UDP/TLS/RTP/SAVPF 111 0 110 126\r\nc=IN IP4 127.0.0.1\r\n"
        + "a=candidate:1 1 udp 2113937151 3f1c.local 50000 typ host\r\n"
        + "a=ice-ufrag:abcd\r\na=ice-pwd:segredo\r\na=fingerprint:sha-256 aa:bb\r\na=setup:actpass\r\na=mid:0\r\na=sendrecv\r\n"
        + "a=rtpmap:111 opus/48000/2\r\na=rtpmap:0 PCMU/8000\r\na=rtpmap:110 telephone-event/48000\r\na=rtpmap:126 telephone-event/8000\r\n";

    [Fact]
    public void Browser_offer_is_read()
    {
        var offer = SdpOffer.Parse(Offer)!;

        Assert.Equal(("abcd", "AA:BB", "0", 126), (offer.Ufrag, offer.Fingerprint, offer.Mid, offer.TelephoneEvent));
        Assert.False(offer.Held);
    }

    [Theory]
    [InlineData("sendonly", "recvonly", true)]
    [InlineData("inactive", "inactive", true)]
    [InlineData("recvonly", "sendonly", false)]
    public void Hold_is_answered_with_the_opposite_direction(string direction, string answered, bool held)
    {
        var offer = SdpOffer.Parse(Offer.Replace("a=sendrecv", $"a={direction}", StringComparison.Ordinal))!;

        Assert.Equal(answered, offer.AnsweredDirection);
        Assert.Equal(held, offer.Held);
    }

    [Theory]
    [InlineData(" 111 0 110", " 111 110")]
    [InlineData("m=audio", "m=video")]
    [InlineData("a=fingerprint:sha-256 aa:bb\r\n", "")]
    [InlineData("a=ice-ufrag:abcd\r\n", "")]
    public void Offer_without_what_the_simulator_needs_is_refused(string good, string bad) =>
        Assert.Null(SdpOffer.Parse(Offer.Replace(good, bad, StringComparison.Ordinal)));

    [Fact]
    public void Missing_body_is_refused() => Assert.Null(SdpOffer.Parse(""));
}
