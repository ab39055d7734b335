namespace CrmVoip.Simulador.Media;

/// <summary>The last seconds of audio received, for the control API's analysis.</summary>
public sealed class AudioHistory
{
    public const int Seconds = 10;

    private readonly short[] ring = new short[Seconds * MuLaw.SampleRate];
    private long written;

    public void Write(ReadOnlySpan<short> frame)
    {
        lock (ring)
        {
            foreach (var sample in frame)
            {
                ring[written++ % ring.Length] = sample;
            }
        }
    }

    public short[] Last(TimeSpan duration)
    {
        lock (ring)
        {
            var wanted = (long)(duration.TotalSeconds * MuLaw.SampleRate);
            var length = Math.Clamp(wanted, 0, Math.Min(written, ring.Length));
            var samples = new short[length];
            for (var i = 0L; i < length; i++)
            {
                samples[i] = ring[(written - length + i) % ring.Length];
            }

            return samples;
        }
    }
}
