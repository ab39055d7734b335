using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;

namespace CrmVoip.Simulador.Media;

/// <summary>The part of STUN (RFC 5389) an ICE-lite agent needs: read a binding request, answer it.</summary>
public static class StunMessage
{
    private const int HeaderLength = 20;
    private const ushort BindingRequest = 0x0001;
    private const ushort BindingResponse = 0x0101;
    private const uint MagicCookie = 0x2112A442;

    private const ushort Username = 0x0006;
    private const ushort MessageIntegrity = 0x0008;
    private const ushort XorMappedAddress = 0x0020;
    private const ushort UseCandidate = 0x0025;
    private const ushort Fingerprint = 0x8028;

    /// <summary>What an authenticated request asked; null when it is no binding request or the password does not fit.</summary>
    public sealed record Request(string Username, bool UseCandidate);

    public static string? ReadUsername(ReadOnlySpan<byte> message) =>
        TryFind(message, Username, out var value, out _) ? Encoding.UTF8.GetString(value) : null;

    public static Request? ReadRequest(ReadOnlySpan<byte> message, string password)
    {
        if (message.Length < HeaderLength
            || BinaryPrimitives.ReadUInt16BigEndian(message) != BindingRequest
            || BinaryPrimitives.ReadUInt32BigEndian(message[4..]) != MagicCookie
            || !HasValidIntegrity(message, password))
        {
            return null;
        }

        return new Request(ReadUsername(message) ?? "", TryFind(message, UseCandidate, out _, out _));
    }

    public static bool HasValidIntegrity(ReadOnlySpan<byte> message, string password)
    {
        if (!TryFind(message, MessageIntegrity, out var received, out var offset) || received.Length != HMACSHA1.HashSizeInBytes)
        {
            return false;
        }

        var signed = message[..offset].ToArray();
        var expected = Sign(signed, password);
        return CryptographicOperations.FixedTimeEquals(expected, received);
    }

    public static byte[] CreateResponse(ReadOnlySpan<byte> request, IPEndPoint source, string password)
    {
        var address = source.Address.IsIPv4MappedToIPv6 ? source.Address.MapToIPv4() : source.Address;
        var mapped = EncodeAddress(address, source.Port, request.Slice(4, 16));

        var integrityOffset = HeaderLength + 4 + mapped.Length;
        var fingerprintOffset = integrityOffset + 4 + HMACSHA1.HashSizeInBytes;
        var response = new byte[fingerprintOffset + 8];

        BinaryPrimitives.WriteUInt16BigEndian(response, BindingResponse);
        request.Slice(4, 16).CopyTo(response.AsSpan(4));
        WriteAttribute(response.AsSpan(HeaderLength), XorMappedAddress, mapped);
        WriteAttribute(response.AsSpan(integrityOffset), MessageIntegrity, Sign(response[..integrityOffset], password));

        WriteLength(response, response.Length);
        Span<byte> checksum = stackalloc byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(checksum, Crc32.Compute(response.AsSpan(0, fingerprintOffset)) ^ 0x5354554E);
        WriteAttribute(response.AsSpan(fingerprintOffset), Fingerprint, checksum);
        return response;
    }

    /// <summary>HMAC over the message as if MESSAGE-INTEGRITY were its last attribute.</summary>
    private static byte[] Sign(byte[] message, string password)
    {
        WriteLength(message, message.Length + 4 + HMACSHA1.HashSizeInBytes);
        return HMACSHA1.HashData(Encoding.UTF8.GetBytes(password), message);
    }

    private static void WriteLength(Span<byte> message, int total) =>
        BinaryPrimitives.WriteUInt16BigEndian(message[2..], (ushort)(total - HeaderLength));

    private static void WriteAttribute(Span<byte> target, ushort type, ReadOnlySpan<byte> value)
    {
        BinaryPrimitives.WriteUInt16BigEndian(target, type);
        BinaryPrimitives.WriteUInt16BigEndian(target[2..], (ushort)value.Length);
        value.CopyTo(target[4..]);
    }

    private static byte[] EncodeAddress(IPAddress address, int port, ReadOnlySpan<byte> cookieAndTransaction)
    {
        var bytes = address.GetAddressBytes();
        var value = new byte[4 + bytes.Length];
        value[1] = (byte)(address.AddressFamily == AddressFamily.InterNetwork ? 1 : 2);
        BinaryPrimitives.WriteUInt16BigEndian(value.AsSpan(2), (ushort)(port ^ (MagicCookie >> 16)));
        for (var i = 0; i < bytes.Length; i++)
        {
            value[4 + i] = (byte)(bytes[i] ^ cookieAndTransaction[i]);
        }

        return value;
    }

    private static bool TryFind(ReadOnlySpan<byte> message, ushort type, out ReadOnlySpan<byte> value, out int offset)
    {
        for (offset = HeaderLength; offset + 4 <= message.Length;)
        {
            var length = BinaryPrimitives.ReadUInt16BigEndian(message[(offset + 2)..]);
            if (offset + 4 + length > message.Length)
            {
                break;
            }

            if (BinaryPrimitives.ReadUInt16BigEndian(message[offset..]) == type)
            {
                value = message.Slice(offset + 4, length);
                return true;
            }

            offset += 4 + ((length + 3) & ~3);
        }

        value = default;
        return false;
    }
}
