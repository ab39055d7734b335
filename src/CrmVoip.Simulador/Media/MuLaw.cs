namespace CrmVoip.Simulador.Media;

/// <summary>G.711 μ-law, the one audio codec the simulator speaks.</summary>
public static class MuLaw
{
    public const int SampleRate = 8000;
    public const int SamplesPerFrame = 160;

    private const int Bias = 0x84;
    private const int Clip = 32635;
    private static readonly short[] Decoded = BuildTable();

    public static short Decode(byte value) => Decoded[value];

    public static byte Encode(short sample)
    {
        var sign = sample < 0 ? 0x80 : 0;
        var magnitude = Math.Min(Math.Abs((int)sample), Clip) + Bias;
        var exponent = 7;
        for (var mask = 0x4000; (magnitude & mask) == 0 && exponent > 0; mask >>= 1)
        {
            exponent--;
        }

        var mantissa = (magnitude >> (exponent + 3)) & 0x0F;
        return (byte)~(sign | (exponent << 4) | mantissa);
    }

    private static short[] BuildTable()
    {
        var table = new short[256];
        for (var i = 0; i < table.Length; i++)
        {
            var value = ~i & 0xFF;
            var magnitude = (((value & 0x0F) << 3) + Bias) << ((value & 0x70) >> 4);
            table[i] = (short)((value & 0x80) != 0 ? Bias - magnitude : magnitude - Bias);
        }

        return table;
    }
}
