namespace CrmVoip.Simulador.Media;

/// <summary>Remembers which of the last 64 packet indexes were seen and extends 16-bit sequence numbers (RFC 3711 §3.3).</summary>
public sealed class ReplayWindow
{
    private const int Size = 64;

    private long highest = -1;
    private ulong seen;

    public long EstimateIndex(ushort sequence)
    {
        if (highest < 0)
        {
            return sequence;
        }

        var rollover = highest >> 16;
        var last = (int)(highest & 0xFFFF);
        if (last < 0x8000 && sequence - last > 0x8000 && rollover > 0)
        {
            rollover--;
        }
        else if (last >= 0x8000 && last - 0x8000 > sequence)
        {
            rollover++;
        }

        return (rollover << 16) | sequence;
    }

    public bool WasSeen(long index)
    {
        var age = highest - index;
        return age >= 0 && (age >= Size || (seen & (1UL << (int)age)) != 0);
    }

    public void Mark(long index)
    {
        if (index > highest)
        {
            var advance = index - highest;
            seen = advance >= Size || highest < 0 ? 0 : seen << (int)advance;
            highest = index;
        }

        seen |= 1UL << (int)(highest - index);
    }
}
