using System.Buffers.Binary;
using System.Security.Cryptography;

namespace CrmVoip.Simulador.Media;

/// <summary>One direction of SRTP with AES_CM_128_HMAC_SHA1_80 (RFC 3711).</summary>
public sealed class SrtpContext : IDisposable
{
    public const int TagLength = 10;

    private readonly Aes aes = Aes.Create();
    private readonly SrtpKeys keys;
    private readonly Dictionary<uint, ReplayWindow> windows = [];

    public SrtpContext(ReadOnlySpan<byte> masterKey, ReadOnlySpan<byte> masterSalt)
    {
        keys = SrtpKeys.Derive(masterKey, masterSalt);
        aes.Key = keys.Cipher;
    }

    public void Dispose() => aes.Dispose();

    /// <summary>Encrypts in place and appends the tag, for which <paramref name="buffer"/> must have room. Returns the new length.</summary>
    public int Protect(Span<byte> buffer, int length)
    {
        var packet = buffer[..length];
        if (!RtpHeader.TryRead(packet, out var header, out var headerLength))
        {
            throw new ArgumentException("Not an RTP packet.", nameof(buffer));
        }

        var window = WindowOf(header.Ssrc);
        var index = window.EstimateIndex(header.Sequence);
        window.Mark(index);
        windows[header.Ssrc] = window;

        Crypt(packet[headerLength..], header.Ssrc, index);
        Authenticate(packet, index, buffer.Slice(length, TagLength));
        return length + TagLength;
    }

    /// <summary>Checks the tag and the replay window, then decrypts in place. False leaves the packet to be dropped.</summary>
    public bool TryUnprotect(Span<byte> packet, out RtpHeader header, out Range payload)
    {
        payload = default;
        var length = packet.Length - TagLength;
        if (length < 0 || !RtpHeader.TryRead(packet[..length], out header, out var headerLength))
        {
            header = default;
            return false;
        }

        var window = WindowOf(header.Ssrc);
        var index = window.EstimateIndex(header.Sequence);
        Span<byte> expected = stackalloc byte[TagLength];
        Authenticate(packet[..length], index, expected);
        if (window.WasSeen(index) || !CryptographicOperations.FixedTimeEquals(expected, packet[length..]))
        {
            return false;
        }

        window.Mark(index);
        windows[header.Ssrc] = window;
        Crypt(packet[headerLength..length], header.Ssrc, index);
        payload = headerLength..length;
        return true;
    }

    private ReplayWindow WindowOf(uint ssrc) => windows.TryGetValue(ssrc, out var window) ? window : new ReplayWindow();

    private void Crypt(Span<byte> payload, uint ssrc, long index)
    {
        Span<byte> iv = stackalloc byte[16];
        Span<byte> block = stackalloc byte[8];
        keys.Salt.CopyTo(iv);

        BinaryPrimitives.WriteUInt32BigEndian(block, ssrc);
        Xor(iv[4..8], block[..4]);
        BinaryPrimitives.WriteInt64BigEndian(block, index);
        Xor(iv[8..14], block[2..]);

        AesCounter.Apply(aes, iv, payload);
    }

    private void Authenticate(ReadOnlySpan<byte> packet, long index, Span<byte> tag)
    {
        Span<byte> rollover = stackalloc byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(rollover, (uint)(index >> 16));

        using var hmac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA1, keys.Authentication);
        hmac.AppendData(packet);
        hmac.AppendData(rollover);

        Span<byte> full = stackalloc byte[HMACSHA1.HashSizeInBytes];
        hmac.GetHashAndReset(full);
        full[..TagLength].CopyTo(tag);
    }

    private static void Xor(Span<byte> target, ReadOnlySpan<byte> value)
    {
        for (var i = 0; i < target.Length; i++)
        {
            target[i] ^= value[i];
        }
    }
}
