namespace CrmVoip.Simulador.Media;

/// <summary>
/// Voice-like babble for the voicemail: a glottal pulse through two formants per vowel. It says nothing, but ears and
/// level meters take it for somebody speaking.
/// </summary>
public static class Speech
{
    private const double SyllableSeconds = 0.19;
    private const double Level = 7000;

    private static readonly (double First, double Second)[] Vowels =
    [
        (730, 1090), (530, 1840), (270, 2290), (570, 840), (300, 870),
    ];

    private static readonly int[] Syllables = [3, 0, 1, -1, 0, 1, 3, 2, -1, 1, 4, 0, 3, -1, 0, 2, 1, 0, 3, -1];

    private static readonly Lazy<short[]> Rendered = new(Render);

    public static short[] Samples => Rendered.Value;

    private static short[] Render()
    {
        var length = (int)(SyllableSeconds * MuLaw.SampleRate);
        var output = new short[Syllables.Length * length];
        for (var i = 0; i < Syllables.Length; i++)
        {
            if (Syllables[i] >= 0)
            {
                Speak(output.AsSpan(i * length, length), Vowels[Syllables[i]], 125 - (1.5 * i));
            }
        }

        return output;
    }

    private static void Speak(Span<short> output, (double First, double Second) vowel, double pitch)
    {
        var first = new Resonator(vowel.First, 90);
        var second = new Resonator(vowel.Second, 120);
        var period = (int)(MuLaw.SampleRate / pitch);
        for (var i = 0; i < output.Length; i++)
        {
            var pulse = i % period == 0 ? 1.0 : 0.0;
            var envelope = Math.Sin(Math.PI * i / output.Length);
            var voice = first.Next(pulse) + (0.6 * second.Next(pulse));
            output[i] = (short)Math.Clamp(Level * envelope * voice, short.MinValue, short.MaxValue);
        }
    }

    private sealed class Resonator(double hertz, double bandwidth)
    {
        private readonly double radius = Math.Exp(-Math.PI * bandwidth / MuLaw.SampleRate);
        private readonly double angle = 2 * Math.PI * hertz / MuLaw.SampleRate;
        private double previous;
        private double beforePrevious;

        public double Next(double input)
        {
            var output = input + (2 * radius * Math.Cos(angle) * previous) - (radius * radius * beforePrevious);
            (beforePrevious, previous) = (previous, output);
            return output;
        }
    }
}
