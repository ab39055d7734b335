using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;

namespace CrmVoip.Simulador.Sip;

public enum DigestResult
{
    Missing,
    Stale,
    Wrong,
    Accepted,
}

/// <summary>HTTP digest with MD5 (RFC 2617), as SIP uses it; qop is optional.</summary>
public sealed class DigestAuthenticator(TimeProvider clock)
{
    private static readonly TimeSpan NonceLifetime = TimeSpan.FromMinutes(10);

    private readonly ConcurrentDictionary<string, DateTimeOffset> nonces = [];

    public string Challenge(string realm, bool stale)
    {
        var now = clock.GetUtcNow();
        foreach (var (expired, _) in nonces.Where(pair => now - pair.Value > NonceLifetime))
        {
            nonces.TryRemove(expired, out _);
        }

        var nonce = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        nonces[nonce] = now;
        return $"Digest realm=\"{realm}\", nonce=\"{nonce}\", algorithm=MD5, qop=\"auth\"{(stale ? ", stale=true" : "")}";
    }

    public DigestResult Verify(string? header, string method, string user, string realm, string password)
    {
        if (header is null)
        {
            return DigestResult.Missing;
        }

        string Field(string name) => SipParameters.Find(header, name) ?? "";

        if (!IsFresh(Field("nonce")))
        {
            return DigestResult.Stale;
        }

        var expected = ComputeResponse(header, method, HashOf($"{user}:{realm}:{password}"));
        var matches = Field("username") == user && Field("realm") == realm && SameText(expected, Field("response"));
        return matches ? DigestResult.Accepted : DigestResult.Wrong;
    }

    /// <summary>The response for these credentials (RFC 2617 §3.2.2.1), the fields read from the header itself.</summary>
    public static string ComputeResponse(string header, string method, string ha1)
    {
        string Field(string name) => SipParameters.Find(header, name) ?? "";

        var ha2 = HashOf($"{method}:{Field("uri")}");
        return Field("qop").Length == 0
            ? HashOf($"{ha1}:{Field("nonce")}:{ha2}")
            : HashOf($"{ha1}:{Field("nonce")}:{Field("nc")}:{Field("cnonce")}:{Field("qop")}:{ha2}");
    }

    public static string HashOf(string text) => Convert.ToHexStringLower(MD5.HashData(Encoding.UTF8.GetBytes(text)));

    private bool IsFresh(string nonce) =>
        nonces.TryGetValue(nonce, out var issued) && clock.GetUtcNow() - issued <= NonceLifetime;

    private static bool SameText(string expected, string received) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(expected), Encoding.UTF8.GetBytes(received));
}
