using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Org.BouncyCastle.Crypto;
using Org.BouncyCastle.Security;
using Org.BouncyCastle.Tls.Crypto.Impl.BC;
using TlsCertificate = Org.BouncyCastle.Tls.Certificate;

namespace CrmVoip.Simulador.Media;

/// <summary>The process's self-signed certificate; peers check it by the fingerprint in the SDP.</summary>
public sealed class DtlsIdentity
{
    public DtlsIdentity(TimeProvider clock)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=simulador", key, HashAlgorithmName.SHA256);
        var now = clock.GetUtcNow();
        using var certificate = request.CreateSelfSigned(now.AddDays(-1), now.AddDays(30));

        PrivateKey = PrivateKeyFactory.CreateKey(key.ExportPkcs8PrivateKey());
        Certificate = new TlsCertificate([new BcTlsCertificate(Crypto, certificate.RawData)]);
        Fingerprint = FingerprintOf(certificate.RawData);
    }

    public BcTlsCrypto Crypto { get; } = new(new SecureRandom());

    public AsymmetricKeyParameter PrivateKey { get; }

    public TlsCertificate Certificate { get; }

    public string Fingerprint { get; }

    public static string FingerprintOf(byte[] certificate) =>
        string.Join(':', SHA256.HashData(certificate).Select(b => b.ToString("X2", null)));
}
