namespace CrmVoip.Simulador.Media;

/// <summary>What the other side of the call says; asked for one frame per tick, knowing what was just heard.</summary>
public abstract class AudioSource
{
    public abstract void Read(ReadOnlySpan<short> heard, Span<short> output);
}

public sealed class SilenceSource : AudioSource
{
    public override void Read(ReadOnlySpan<short> heard, Span<short> output) => output.Clear();
}

public sealed class EchoSource : AudioSource
{
    public override void Read(ReadOnlySpan<short> heard, Span<short> output) => heard.CopyTo(output);
}

/// <summary>Plays samples made beforehand, over and over or once.</summary>
public sealed class LoopSource(short[] samples, bool repeat = true) : AudioSource
{
    private int position;

    public override void Read(ReadOnlySpan<short> heard, Span<short> output)
    {
        for (var i = 0; i < output.Length; i++)
        {
            var ended = !repeat && position >= samples.Length;
            output[i] = ended ? (short)0 : samples[position++ % samples.Length];
        }
    }
}
