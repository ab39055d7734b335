using CrmVoip.Simulador.Media;

namespace CrmVoip.UnitTests.Simulador;

public sealed class AudioTests
{
    [Fact]
    public void Every_mu_law_code_survives_the_round_trip()
    {
        // 0x7F is the negative zero, which comes back as the positive one.
        var codes = Enumerable.Range(0, 256).Select(code => (byte)code).Where(code => code != 0x7F);

        Assert.All(codes, code => Assert.Equal(code, MuLaw.Encode(MuLaw.Decode(code))));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1000)]
    [InlineData(-1000)]
    [InlineData(short.MaxValue)]
    [InlineData(short.MinValue)]
    public void Mu_law_stays_within_a_few_percent(short sample)
    {
        var error = Math.Abs(MuLaw.Decode(MuLaw.Encode(sample)) - sample);

        Assert.InRange(error, 0, Math.Max(8, Math.Abs((int)sample) / 25));
    }

    [Theory]
    [InlineData(440)]
    [InlineData(1000)]
    [InlineData(1234.5)]
    public void Spectrum_finds_the_tone_and_its_level(double hertz)
    {
        var spectrum = Spectrum.Of(Sine(hertz, seconds: 1.5));

        Assert.InRange(spectrum.PeakHz, hertz - 1, hertz + 1);
        Assert.InRange(spectrum.PeakDbfs, -6.5, -5.5);
        Assert.InRange(spectrum.RmsDbfs, -6.5, -5.5);
    }

    [Fact]
    public void Silence_and_nothing_at_all_are_the_floor()
    {
        Assert.Equal(Spectrum.Floor, Spectrum.Of(new short[8000]).PeakDbfs);
        Assert.Equal(Spectrum.Floor, Spectrum.Of([]).PeakDbfs);
    }

    [Fact]
    public void Jitter_buffer_waits_then_plays_and_fills_gaps_with_silence()
    {
        var buffer = new JitterBuffer();
        var frame = new short[MuLaw.SamplesPerFrame];
        var loud = Enumerable.Repeat(MuLaw.Encode(8000), MuLaw.SamplesPerFrame).ToArray();

        buffer.Write(loud);
        buffer.Read(frame);
        Assert.All(frame, sample => Assert.Equal(0, sample));

        buffer.Write(loud);
        buffer.Write(loud);
        for (var i = 0; i < 3; i++)
        {
            buffer.Read(frame);
            Assert.All(frame, sample => Assert.NotEqual(0, sample));
        }

        buffer.Read(frame);
        Assert.All(frame, sample => Assert.Equal(0, sample));
    }

    [Fact]
    public void History_keeps_only_the_last_seconds()
    {
        var history = new AudioHistory();
        history.Write([1, 2, 3]);

        Assert.Equal([2, 3], history.Last(TimeSpan.FromSeconds(2.0 / MuLaw.SampleRate)));

        history.Write(new short[AudioHistory.Seconds * MuLaw.SampleRate]);
        Assert.All(history.Last(TimeSpan.FromHours(1)), sample => Assert.Equal(0, sample));
    }

    [Fact]
    public void Key_press_repeated_in_many_packets_is_one_digit()
    {
        var receiver = new DtmfReceiver();
        byte[] five = [5, 0x0A, 0, 160];
        byte[] pound = [11, 0x8A, 3, 32];

        receiver.Accept(1000, five);
        receiver.Accept(1000, five);
        receiver.Accept(2600, pound);
        receiver.Accept(4200, [99, 0, 0, 0]);
        receiver.Accept(5000, [1]);

        Assert.Equal("5#", receiver.Digits);
    }

    [Fact]
    public void Recording_is_a_stereo_WAV_with_the_rep_on_the_left()
    {
        var path = Path.GetTempFileName();
        using (var recorder = new WavRecorder(path))
        {
            recorder.Write([1, 2], [-1, -2]);
        }

        var file = File.ReadAllBytes(path);
        File.Delete(path);
        Assert.Equal("52494646" + "2C000000" + "57415645666D7420" + "10000000" + "01000200" + "401F0000" + "007D0000" + "04001000", Convert.ToHexString(file[..36]));
        Assert.Equal("64617461" + "08000000" + "0100FFFF0200FEFF", Convert.ToHexString(file[36..]));
    }

    [Fact]
    public void Demo_sounds_are_audible_and_do_not_clip()
    {
        Assert.All([Melody.Samples, Speech.Samples], samples =>
        {
            Assert.InRange(Spectrum.Of(samples).RmsDbfs, -35, -6);
            Assert.InRange(samples.Count(sample => Math.Abs((int)sample) >= short.MaxValue), 0, samples.Length / 1000);
        });
    }

    private static short[] Sine(double hertz, double seconds) =>
    [
        .. Enumerable.Range(0, (int)(seconds * MuLaw.SampleRate))
            .Select(i => (short)(16384 * Math.Sin(2 * Math.PI * hertz * i / MuLaw.SampleRate))),
    ];
}
