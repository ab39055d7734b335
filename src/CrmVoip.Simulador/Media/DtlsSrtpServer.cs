using Org.BouncyCastle.Tls;
using Org.BouncyCastle.Tls.Crypto;
using Org.BouncyCastle.Tls.Crypto.Impl.BC;

namespace CrmVoip.Simulador.Media;

/// <summary>DTLS 1.2 server that negotiates use_srtp (RFC 5764) and accepts only the certificate named in the SDP.</summary>
internal sealed class DtlsSrtpServer(DtlsIdentity identity, string peerFingerprint) : DefaultTlsServer(identity.Crypto)
{
    private const int KeyingMaterialLength = 2 * (SrtpKeys.MasterKeyLength + SrtpKeys.MasterSaltLength);

    public byte[] KeyingMaterial { get; private set; } = [];

    public override int[] GetCipherSuites() => [CipherSuite.TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256];

    public override CertificateRequest GetCertificateRequest() => new(
        [ClientCertificateType.ecdsa_sign, ClientCertificateType.rsa_sign],
        TlsUtilities.GetDefaultSupportedSignatureAlgorithms(m_context),
        null);

    public override void NotifyClientCertificate(Certificate clientCertificate)
    {
        if (clientCertificate.IsEmpty
            || DtlsIdentity.FingerprintOf(clientCertificate.GetCertificateAt(0).GetEncoded()) != peerFingerprint)
        {
            throw new TlsFatalAlert(AlertDescription.bad_certificate);
        }
    }

    public override IDictionary<int, byte[]> GetServerExtensions()
    {
        var extensions = base.GetServerExtensions() ?? new Dictionary<int, byte[]>();
        TlsSrtpUtilities.AddUseSrtpExtension(
            extensions,
            new UseSrtpData([SrtpProtectionProfile.SRTP_AES128_CM_HMAC_SHA1_80], []));
        return extensions;
    }

    public override void NotifyHandshakeComplete()
    {
        base.NotifyHandshakeComplete();
        KeyingMaterial = m_context.ExportKeyingMaterial(ExporterLabel.dtls_srtp, null, KeyingMaterialLength);
    }

    protected override ProtocolVersion[] GetSupportedVersions() => ProtocolVersion.DTLSv12.Only();

    protected override TlsCredentialedSigner GetECDsaSignerCredentials() => new BcDefaultTlsCredentialedSigner(
        new TlsCryptoParameters(m_context),
        identity.Crypto,
        identity.PrivateKey,
        identity.Certificate,
        new SignatureAndHashAlgorithm(HashAlgorithm.sha256, SignatureAlgorithm.ecdsa));
}
