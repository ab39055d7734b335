namespace CrmVoip.Simulador.Media;

/// <summary>A short plucked arpeggio for the demo, synthesized: no audio file is shipped.</summary>
public static class Melody
{
    private const double NoteSeconds = 0.3;
    private const double RingSeconds = 1.6;
    private const double Level = 5500;
    private const double ReferenceHertz = 440;
    private const int ReferenceNote = 69;

    private static readonly int[] Notes =
    [
        60, 64, 67, 72, 67, 64, 67, 76,
        57, 60, 64, 69, 64, 60, 64, 72,
        53, 57, 60, 65, 60, 57, 60, 69,
        55, 59, 62, 67, 71, 67, 62, 74,
    ];

    private static readonly Lazy<short[]> Rendered = new(Render);

    public static short[] Samples => Rendered.Value;

    private static short[] Render()
    {
        var mix = new double[(int)(Notes.Length * NoteSeconds * MuLaw.SampleRate)];
        for (var i = 0; i < Notes.Length; i++)
        {
            Pluck(mix, (int)(i * NoteSeconds * MuLaw.SampleRate), Notes[i]);
        }

        return [.. mix.Select(sample => (short)Math.Clamp(sample, short.MinValue, short.MaxValue))];
    }

    /// <summary>The tail of the last notes wraps to the start, so that the loop has no seam.</summary>
    private static void Pluck(double[] mix, int start, int note)
    {
        var hertz = ReferenceHertz * Math.Pow(2, (note - ReferenceNote) / 12.0);
        for (var i = 0; i < RingSeconds * MuLaw.SampleRate; i++)
        {
            var time = (double)i / MuLaw.SampleRate;
            var attack = Math.Min(1, time / 0.008);
            var phase = 2 * Math.PI * hertz * time;
            var tone = Math.Sin(phase)
                + (0.35 * Math.Exp(-3 * time) * Math.Sin(2 * phase))
                + (0.15 * Math.Exp(-6 * time) * Math.Sin(3 * phase));
            mix[(start + i) % mix.Length] += Level * attack * Math.Exp(-2.8 * time) * tone;
        }
    }
}
