namespace CrmVoip.Simulador.Media;

/// <summary>Turns packets that arrive in bursts into one frame per tick; what is missing is silence.</summary>
public sealed class JitterBuffer
{
    private const int Prefill = 3 * MuLaw.SamplesPerFrame;
    private const int Limit = 12 * MuLaw.SamplesPerFrame;

    private readonly Queue<short> samples = new(Limit);
    private bool filling = true;

    public void Write(ReadOnlySpan<byte> payload)
    {
        lock (samples)
        {
            foreach (var value in payload)
            {
                samples.Enqueue(MuLaw.Decode(value));
            }

            while (samples.Count > Limit)
            {
                samples.Dequeue();
            }
        }
    }

    public void Read(Span<short> frame)
    {
        lock (samples)
        {
            filling = filling ? samples.Count < Prefill : samples.Count < frame.Length;
            if (filling)
            {
                frame.Clear();
                return;
            }

            for (var i = 0; i < frame.Length; i++)
            {
                frame[i] = samples.Dequeue();
            }
        }
    }

    public void Clear()
    {
        lock (samples)
        {
            samples.Clear();
            filling = true;
        }
    }
}
