using System.Security.Cryptography;

namespace CrmVoip.Simulador.Media;

/// <summary>Session keys of one direction, derived from the master key as in RFC 3711 §4.3 (key derivation rate 0).</summary>
public sealed record SrtpKeys(byte[] Cipher, byte[] Salt, byte[] Authentication)
{
    public const int MasterKeyLength = 16;
    public const int MasterSaltLength = 14;

    private const byte CipherLabel = 0;
    private const byte AuthenticationLabel = 1;
    private const byte SaltLabel = 2;

    public static SrtpKeys Derive(ReadOnlySpan<byte> masterKey, ReadOnlySpan<byte> masterSalt)
    {
        using var aes = Aes.Create();
        aes.Key = masterKey.ToArray();

        return new SrtpKeys(
            Derive(aes, masterSalt, CipherLabel, MasterKeyLength),
            Derive(aes, masterSalt, SaltLabel, MasterSaltLength),
            Derive(aes, masterSalt, AuthenticationLabel, HMACSHA1.HashSizeInBytes));
    }

    private static byte[] Derive(Aes aes, ReadOnlySpan<byte> masterSalt, byte label, int length)
    {
        Span<byte> iv = stackalloc byte[16];
        masterSalt.CopyTo(iv);
        iv[7] ^= label;

        var key = new byte[length];
        AesCounter.Apply(aes, iv, key);
        return key;
    }
}
