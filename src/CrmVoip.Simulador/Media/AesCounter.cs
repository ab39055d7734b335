using System.Buffers.Binary;
using System.Security.Cryptography;

namespace CrmVoip.Simulador.Media;

/// <summary>AES in the segmented integer counter mode of RFC 3711 §4.1.1.</summary>
public static class AesCounter
{
    private const int BlockLength = 16;
    private const int MaximumLength = 4096;

    /// <summary>XORs the key stream into <paramref name="data"/>; the last two bytes of <paramref name="iv"/> are the counter.</summary>
    public static void Apply(Aes aes, ReadOnlySpan<byte> iv, Span<byte> data)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(data.Length, MaximumLength);

        var blocks = (data.Length + BlockLength - 1) / BlockLength;
        Span<byte> keyStream = stackalloc byte[blocks * BlockLength];
        for (var i = 0; i < blocks; i++)
        {
            var block = keyStream.Slice(i * BlockLength, BlockLength);
            iv.CopyTo(block);
            BinaryPrimitives.WriteUInt16BigEndian(block[14..], (ushort)i);
        }

        aes.EncryptEcb(keyStream, keyStream, PaddingMode.None);
        for (var i = 0; i < data.Length; i++)
        {
            data[i] ^= keyStream[i];
        }
    }
}
