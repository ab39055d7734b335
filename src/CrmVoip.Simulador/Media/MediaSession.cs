using System.Net;

namespace CrmVoip.Simulador.Media;

/// <summary>The audio of one call: ICE-lite, DTLS-SRTP and PCMU over one socket, one frame each way per tick.</summary>
public sealed class MediaSession : IDisposable
{
    private readonly UdpPort port = new();
    private readonly JitterBuffer jitter = new();
    private readonly RtpSender sender;
    private readonly DtlsChannel channel;
    private readonly DtlsHandshake handshake;
    private readonly MediaClock clock;
    private readonly TimeProvider time;

    private SrtpContext? inbound;
    private bool handshakeStarted;
    private int telephoneEvent = -1;

    public MediaSession(DtlsIdentity identity, MediaClock clock, TimeProvider time, ILogger logger)
    {
        this.clock = clock;
        this.time = time;
        sender = new RtpSender(port);
        channel = new DtlsChannel(SendToPeer);
        handshake = new DtlsHandshake(identity, channel, logger);
        handshake.KeysReady += (receive, send) => (inbound, sender.Srtp) = (receive, send);
        LastSignAt = LastAudioAt = time.GetUtcNow();

        port.Listen(Receive);
        clock.Add(this);
    }

    public IceLiteAgent Ice { get; } = new();

    public DtmfReceiver Dtmf { get; } = new();

    public AudioHistory Heard { get; } = new();

    public int Port => port.Number;

    public uint Ssrc => sender.Ssrc;

    /// <summary>In hold nothing is sent, heard or recorded.</summary>
    public bool Held { get; private set; }

    public AudioSource Source { get; set; } = new SilenceSource();

    public WavRecorder? Recorder { get; set; }

    public int ReceivedPackets { get; private set; }

    public int SentPackets => sender.Packets;

    public int RejectedPackets { get; private set; }

    /// <summary>When the last audio packet came, or hold ended.</summary>
    public DateTimeOffset LastAudioAt { get; private set; }

    /// <summary>When anything at all came: a held browser still sends consent checks.</summary>
    public DateTimeOffset LastSignAt { get; private set; }

    public void ApplyRemote(string ufrag, string fingerprint, int telephoneEventType, bool held)
    {
        telephoneEvent = telephoneEventType;
        Ice.ApplyRemote(ufrag);
        if (!handshakeStarted)
        {
            handshakeStarted = true;
            handshake.Start(fingerprint);
        }

        if (Held && !held)
        {
            LastAudioAt = time.GetUtcNow();
            jitter.Clear();
        }

        Held = held;
    }

    /// <summary>Called by the clock every 20 ms, whether or not anything arrived.</summary>
    public void Tick()
    {
        Span<short> heard = stackalloc short[MuLaw.SamplesPerFrame];
        Span<short> said = stackalloc short[MuLaw.SamplesPerFrame];
        sender.Advance();
        if (!Held)
        {
            jitter.Read(heard);
            Source.Read(heard, said);
            sender.Send(said, Ice.Peer);
        }

        Heard.Write(heard);
        Recorder?.Write(heard, said);
    }

    public void Dispose()
    {
        clock.Remove(this);
        handshake.Close();
        port.Dispose();
        Recorder?.Dispose();
    }

    private void SendToPeer(ReadOnlyMemory<byte> datagram)
    {
        if (Ice.Peer is { } peer)
        {
            port.Send(datagram.Span, peer);
        }
    }

    /// <summary>RFC 7983 §7: the first byte tells the protocols apart.</summary>
    private void Receive(Span<byte> datagram, IPEndPoint from)
    {
        switch (datagram.IsEmpty ? byte.MaxValue : datagram[0])
        {
            case < 4:
                ReceiveStun(datagram, from);
                break;
            case >= 20 and < 64:
                channel.Push(datagram);
                break;
            case >= 128 and < 192 when inbound is not null && !IsRtcp(datagram):
                ReceiveRtp(datagram);
                break;
        }
    }

    private void ReceiveStun(ReadOnlySpan<byte> datagram, IPEndPoint from)
    {
        if (Ice.Answer(datagram, from) is { } response)
        {
            LastSignAt = time.GetUtcNow();
            port.Send(response, from);
        }
    }

    private void ReceiveRtp(Span<byte> datagram)
    {
        if (!inbound!.TryUnprotect(datagram, out var header, out var payload))
        {
            RejectedPackets++;
            return;
        }

        ReceivedPackets++;
        LastSignAt = LastAudioAt = time.GetUtcNow();
        if (header.PayloadType == RtpSender.PcmuPayloadType)
        {
            jitter.Write(datagram[payload]);
        }
        else if (header.PayloadType == telephoneEvent)
        {
            Dtmf.Accept(header.Timestamp, datagram[payload]);
        }
    }

    /// <summary>RFC 5761 §4: with rtcp-mux these payload types are RTCP, which the simulator ignores.</summary>
    private static bool IsRtcp(ReadOnlySpan<byte> datagram) => datagram.Length > 1 && (datagram[1] & 0x7F) is >= 64 and < 96;
}
