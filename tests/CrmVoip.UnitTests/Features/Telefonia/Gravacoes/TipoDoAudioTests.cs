using System.Text;
using CrmVoip.Features.Telefonia.Gravacoes;

namespace CrmVoip.UnitTests.Features.Telefonia.Gravacoes;

public sealed class TipoDoAudioTests
{
    [Theory]
    [InlineData("49443304000000000000", "audio/mpeg")] // ID3v2
    [InlineData("fffb9064000000000000", "audio/mpeg")] // MPEG 1, layer III
    [InlineData("fff340c4000000000000", "audio/mpeg")] // MPEG 2, layer III
    [InlineData("ffe318c4000000000000", "audio/mpeg")] // MPEG 2.5, layer III
    [InlineData("0000000000fffb906400", "audio/mpeg")] // padded
    [InlineData("524946462408000057415645666d7420", "audio/wav")]
    [InlineData("4f676753000200000000000000000000", "audio/ogg")]
    [InlineData("0000001c667479704d34412000000000", "audio/mp4")]
    [InlineData("1a45dfa39f4286810142f78101420000", "audio/webm")]
    public void Audio_is_known_by_its_first_bytes(string hex, string tipo) =>
        Assert.Equal(tipo, TipoDoAudio.De(Convert.FromHexString(hex)));

    [Theory]
    [InlineData("")]
    [InlineData("ID")]
    [InlineData("<!DOCTYPE html><html><body>Not found</body></html>")]
    [InlineData("Found. Redirecting to https://fs3.api4com.com/x.mp3")]
    [InlineData("{\"error\":{\"statusCode\":404}}")]
    [InlineData("RIFF....AVI LIST")]
    public void What_is_no_audio_has_no_type(string texto) => Assert.Null(TipoDoAudio.De(Encoding.UTF8.GetBytes(texto)));

    [Theory]
    [InlineData("00000000000000000000000000000000")]
    [InlineData("fffa")]
    [InlineData("ffeb9064000000000000")] // a version that does not exist
    [InlineData("fff19064000000000000")] // no layer: AAC
    [InlineData("fffbf064000000000000")] // a bit rate that does not exist
    [InlineData("fffb9c64000000000000")] // a sampling rate that does not exist
    [InlineData("fffe3c0068007400")] // UTF-16
    public void Bytes_that_look_like_a_frame_are_looked_at_twice(string hex) =>
        Assert.Null(TipoDoAudio.De(Convert.FromHexString(hex)));

    [Theory]
    [InlineData("bytes=0-1", true)]
    [InlineData("bytes=0-0", true)]
    [InlineData("bytes=0-2", false)]
    [InlineData("bytes=1-2", false)]
    [InlineData("bytes=0-", false)]
    [InlineData("bytes=-2", false)]
    [InlineData(null, false)]
    public void Only_the_first_two_bytes_are_a_probe(string? range, bool sonda) =>
        Assert.Equal(sonda, TrechoDoAudio.Sonda(TrechoDoAudio.Ler(range)));
}
