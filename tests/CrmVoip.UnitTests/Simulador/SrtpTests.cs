using System.Security.Cryptography;
using CrmVoip.Simulador.Media;

namespace CrmVoip.UnitTests.Simulador;

public sealed class SrtpTests
{
    private static readonly byte[] MasterKey = Convert.FromHexString("E1F97A0D3E018BE0D64FA32C06DE4139");
    private static readonly byte[] MasterSalt = Convert.FromHexString("0EC675AD498AFEEBB6960B3AABE6");

    [Fact]
    public void Key_stream_is_that_of_RFC_3711_appendix_B2()
    {
        using var aes = Aes.Create();
        aes.Key = Convert.FromHexString("2B7E151628AED2A6ABF7158809CF4F3C");
        var stream = new byte[48];

        AesCounter.Apply(aes, Convert.FromHexString("F0F1F2F3F4F5F6F7F8F9FAFBFCFD0000"), stream);

        Assert.Equal(
            "E03EAD0935C95E80E166B16DD92B4EB4D23513162B02D0F72A43A2FE4A5F97AB41E95B3BB0A2E8DD477901E4FCA894C0",
            Convert.ToHexString(stream));
    }

    [Fact]
    public void Session_keys_are_those_of_RFC_3711_appendix_B3()
    {
        var keys = SrtpKeys.Derive(MasterKey, MasterSalt);

        Assert.Equal("C61E7A93744F39EE10734AFE3FF7A087", Convert.ToHexString(keys.Cipher));
        Assert.Equal("30CBBC08863D8C85D49DB34A9AE1", Convert.ToHexString(keys.Salt));
        Assert.Equal("CEBE321F6FF7716B6FD4AB49AF256A156D38BAA4", Convert.ToHexString(keys.Authentication));
    }

    [Fact]
    public void What_one_side_protects_the_other_reads()
    {
        using var sender = new SrtpContext(MasterKey, MasterSalt);
        using var receiver = new SrtpContext(MasterKey, MasterSalt);
        var packet = Protect(sender, sequence: 7, payload: 0x55);

        Assert.True(receiver.TryUnprotect(packet, out var header, out var payload));
        Assert.Equal(7, header.Sequence);
        Assert.All(packet[payload], value => Assert.Equal(0x55, value));
    }

    [Fact]
    public void A_repeated_packet_is_refused()
    {
        using var sender = new SrtpContext(MasterKey, MasterSalt);
        using var receiver = new SrtpContext(MasterKey, MasterSalt);
        var packet = Protect(sender, sequence: 7);
        var copy = packet.ToArray();

        Assert.True(receiver.TryUnprotect(packet, out _, out _));
        Assert.False(receiver.TryUnprotect(copy, out _, out _));
    }

    [Fact]
    public void A_changed_packet_is_refused_and_does_not_block_the_true_one()
    {
        using var sender = new SrtpContext(MasterKey, MasterSalt);
        using var receiver = new SrtpContext(MasterKey, MasterSalt);
        var packet = Protect(sender, sequence: 7);
        var forged = packet.ToArray();
        forged[20] ^= 1;

        Assert.False(receiver.TryUnprotect(forged, out _, out _));
        Assert.True(receiver.TryUnprotect(packet, out _, out _));
    }

    [Fact]
    public void Packets_late_within_the_window_are_read_across_the_rollover()
    {
        using var sender = new SrtpContext(MasterKey, MasterSalt);
        using var receiver = new SrtpContext(MasterKey, MasterSalt);
        var packets = new ushort[] { 65533, 65534, 65535, 0, 1 }.Select(sequence => Protect(sender, sequence)).ToArray();

        Assert.All([0, 1, 3, 2, 4], i => Assert.True(receiver.TryUnprotect(packets[i], out _, out _)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("80")]
    [InlineData("FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF")]
    public void Garbage_is_refused(string hex)
    {
        using var receiver = new SrtpContext(MasterKey, MasterSalt);

        Assert.False(receiver.TryUnprotect(Convert.FromHexString(hex), out _, out _));
    }

    private static byte[] Protect(SrtpContext sender, ushort sequence, byte payload = 1)
    {
        var buffer = new byte[RtpHeader.FixedLength + MuLaw.SamplesPerFrame + SrtpContext.TagLength];
        buffer.AsSpan().Fill(payload);
        new RtpHeader(0, Marker: false, sequence, Timestamp: 160u * sequence, Ssrc: 0xCAFE).Write(buffer);
        return buffer[..sender.Protect(buffer, buffer.Length - SrtpContext.TagLength)];
    }
}
