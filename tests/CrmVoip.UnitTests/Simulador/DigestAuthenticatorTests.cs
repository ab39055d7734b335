using CrmVoip.Simulador.Sip;
using Microsoft.Extensions.Time.Testing;

namespace CrmVoip.UnitTests.Simulador;

public sealed class DigestAuthenticatorTests
{
    private const string Realm = "aurora.simulador";

    private readonly FakeTimeProvider clock = new();
    private readonly DigestAuthenticator digest;

    public DigestAuthenticatorTests() => digest = new DigestAuthenticator(clock);

    [Fact]
    public void Response_is_that_of_RFC_2617()
    {
        const string header =
            "Digest username=\"Mufasa\", realm=\"testrealm@host.com\", nonce=\"dcd98b7102dd2f0e8b11d0f600bfb0c093\", "
            + "uri=\"/dir/index.html\", qop=auth, nc=00000001, cnonce=\"0a4f113b\", opaque=\"5ccc069c403ebaf9f0171e9517f40e41\"";

        var ha1 = DigestAuthenticator.HashOf("Mufasa:testrealm@host.com:Circle Of Life");

        Assert.Equal("6629fae49393a05397450978507c4ef1", DigestAuthenticator.ComputeResponse(header, "GET", ha1));
    }

    [Fact]
    public void Right_password_is_accepted_and_a_wrong_one_is_not()
    {
        Assert.Equal(DigestResult.Accepted, Verify(Answer("segredo", Realm)));
        Assert.Equal(DigestResult.Wrong, Verify(Answer("outra", Realm)));
        Assert.Equal(DigestResult.Wrong, Verify(Answer("segredo", "boreal.simulador")));
        Assert.Equal(DigestResult.Missing, Verify(null));
    }

    [Fact]
    public void A_nonce_of_somebody_else_or_too_old_is_stale()
    {
        var answer = Answer("segredo", Realm);
        clock.Advance(TimeSpan.FromMinutes(11));

        Assert.Equal(DigestResult.Stale, Verify(answer));
        Assert.Equal(DigestResult.Stale, Verify("Digest username=\"1001\", nonce=\"inventado\", uri=\"sip:x\", response=\"0\""));
        Assert.Contains("stale=true", digest.Challenge(Realm, stale: true), StringComparison.Ordinal);
    }

    private DigestResult Verify(string? header) => digest.Verify(header, "REGISTER", "1001", Realm, "segredo");

    private string Answer(string password, string realm)
    {
        var nonce = SipParameters.Find(digest.Challenge(Realm, stale: false), "nonce");
        var header = $"Digest username=\"1001\", realm=\"{realm}\", nonce=\"{nonce}\", uri=\"sip:{realm}\", qop=auth, nc=00000001, cnonce=\"abc\"";
        var response = DigestAuthenticator.ComputeResponse(header, "REGISTER", DigestAuthenticator.HashOf($"1001:{Realm}:{password}"));
        return $"{header}, response=\"{response}\"";
    }
}
