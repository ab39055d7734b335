using Org.BouncyCastle.Tls;

namespace CrmVoip.Simulador.Media;

/// <summary>Runs the blocking DTLS server on a thread of its own and stays to repeat the last flight when asked.</summary>
internal sealed class DtlsHandshake(DtlsIdentity identity, DtlsChannel channel, ILogger logger)
{
    private const int PollMilliseconds = 500;

    private volatile bool closed;

    public event Action<SrtpContext, SrtpContext>? KeysReady;

    public void Start(string peerFingerprint) =>
        new Thread(() => Run(peerFingerprint)) { IsBackground = true, Name = "dtls" }.Start();

    public void Close() => closed = true;

    private void Run(string peerFingerprint)
    {
        try
        {
            var server = new DtlsSrtpServer(identity, peerFingerprint);
            var transport = new DtlsServerProtocol().Accept(server, channel);
            Publish(server.KeyingMaterial);
            Drain(transport);
        }
        catch (Exception error)
        {
            // Whatever a peer sends costs it its own call, never the process.
            if (!closed)
            {
                logger.LogWarning("DTLS falhou: {Motivo}", error.Message);
            }
        }
    }

    /// <summary>RFC 5764 §4.2: client key, server key, client salt, server salt.</summary>
    private void Publish(ReadOnlySpan<byte> material)
    {
        const int key = SrtpKeys.MasterKeyLength;
        const int salt = SrtpKeys.MasterSaltLength;

        var inbound = new SrtpContext(material[..key], material.Slice(2 * key, salt));
        var outbound = new SrtpContext(material.Slice(key, key), material.Slice((2 * key) + salt, salt));
        KeysReady?.Invoke(inbound, outbound);
    }

    private void Drain(DtlsTransport transport)
    {
        var buffer = new byte[transport.GetReceiveLimit()];
        while (!closed)
        {
            transport.Receive(buffer, 0, buffer.Length, PollMilliseconds);
        }
    }
}
