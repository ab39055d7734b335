using System.Net;
using System.Security.Cryptography;

namespace CrmVoip.Simulador.Media;

/// <summary>Numbers, encodes, encrypts and sends one frame after the other; silent until there is a key and an address.</summary>
internal sealed class RtpSender(UdpPort port)
{
    public const byte PcmuPayloadType = 0;

    private ushort sequence = (ushort)RandomNumberGenerator.GetInt32(0x8000);
    private uint timestamp = (uint)RandomNumberGenerator.GetInt32(int.MaxValue);

    public SrtpContext? Srtp { get; set; }

    public uint Ssrc { get; } = (uint)RandomNumberGenerator.GetInt32(int.MaxValue);

    public int Packets { get; private set; }

    /// <summary>Time passes whether or not anything is sent.</summary>
    public void Advance() => timestamp += MuLaw.SamplesPerFrame;

    public void Send(ReadOnlySpan<short> frame, IPEndPoint? peer)
    {
        if (Srtp is not { } srtp || peer is null)
        {
            return;
        }

        Span<byte> packet = stackalloc byte[RtpHeader.FixedLength + MuLaw.SamplesPerFrame + SrtpContext.TagLength];
        new RtpHeader(PcmuPayloadType, Marker: Packets == 0, sequence++, timestamp, Ssrc).Write(packet);
        for (var i = 0; i < frame.Length; i++)
        {
            packet[RtpHeader.FixedLength + i] = MuLaw.Encode(frame[i]);
        }

        var length = srtp.Protect(packet, RtpHeader.FixedLength + frame.Length);
        port.Send(packet[..length], peer);
        Packets++;
    }
}
