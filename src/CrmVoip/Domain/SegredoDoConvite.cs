using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace CrmVoip.Domain;

/// <summary>The random part of an invitation's link: who has it may accept. Kept only as SHA-256 in hexadecimal.</summary>
public static class SegredoDoConvite
{
    private const int Bytes = 32;

    public static string Novo() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));

    public static string Hash(string segredo) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(segredo)));

    public static bool Confere(string segredo, string hash) =>
        CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(Hash(segredo)), Encoding.ASCII.GetBytes(hash));
}
