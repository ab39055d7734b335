using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;

namespace CrmVoip.Limit;

/// <summary>Who asks, of which organization.</summary>
public readonly record struct Person(Guid Id, Guid Organization);

/// <summary>The session cookie of the limit: person, organization and end, signed.</summary>
public sealed class Ticket(byte[] key)
{
    public const string Cookie = "sessao";
    private const int Said = 16 + 16 + sizeof(long);
    private const int Length = Said + HMACSHA256.HashSizeInBytes;

    public string Issue(Person person, DateTimeOffset end)
    {
        Span<byte> ticket = stackalloc byte[Length];
        person.Id.TryWriteBytes(ticket);
        person.Organization.TryWriteBytes(ticket[16..]);
        BinaryPrimitives.WriteInt64BigEndian(ticket[32..], end.ToUnixTimeSeconds());
        HMACSHA256.HashData(key, ticket[..Said], ticket[Said..]);
        return Base64Url.EncodeToString(ticket);
    }

    /// <summary>Null for nobody: not signed by us, or too old.</summary>
    public Person? Read(string? cookie, DateTimeOffset now)
    {
        Span<byte> ticket = stackalloc byte[Length];
        if (cookie is null || !Base64Url.TryDecodeFromChars(cookie, ticket, out var length) || length != Length)
        {
            return null;
        }

        Span<byte> signature = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(key, ticket[..Said], signature);
        return CryptographicOperations.FixedTimeEquals(signature, ticket[Said..]) && BinaryPrimitives.ReadInt64BigEndian(ticket[32..]) > now.ToUnixTimeSeconds()
            ? new Person(new Guid(ticket[..16]), new Guid(ticket[16..32]))
            : null;
    }
}
