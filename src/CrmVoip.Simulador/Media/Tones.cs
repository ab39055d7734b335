namespace CrmVoip.Simulador.Media;

/// <summary>Plain tones: the test's 440 Hz, the ringback and the voicemail's beep.</summary>
public static class Tones
{
    private const double HalfScale = 16384;
    private const double RingbackLevel = 4000;

    public static short[] Continuous(double hertz) => Sine(hertz, TimeSpan.FromSeconds(1), HalfScale);

    public static short[] Beep() => Sine(1400, TimeSpan.FromMilliseconds(400), HalfScale);

    public static short[] Pause(TimeSpan duration) => new short[(int)(duration.TotalSeconds * MuLaw.SampleRate)];

    /// <summary>Brazil's ringback: 425 Hz, one second on, four off.</summary>
    public static short[] Ringback() =>
        [.. Sine(425, TimeSpan.FromSeconds(1), RingbackLevel), .. Pause(TimeSpan.FromSeconds(4))];

    private static short[] Sine(double hertz, TimeSpan duration, double amplitude)
    {
        var samples = new short[(int)(duration.TotalSeconds * MuLaw.SampleRate)];
        for (var i = 0; i < samples.Length; i++)
        {
            samples[i] = (short)(amplitude * Math.Sin(2 * Math.PI * hertz * i / MuLaw.SampleRate));
        }

        return samples;
    }
}
