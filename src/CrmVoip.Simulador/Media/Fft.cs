using System.Numerics;

namespace CrmVoip.Simulador.Media;

/// <summary>In-place radix-2 Fourier transform.</summary>
public static class Fft
{
    public static void Transform(Complex[] values)
    {
        if (!BitOperations.IsPow2(values.Length))
        {
            throw new ArgumentException("The length must be a power of two.", nameof(values));
        }

        Reorder(values);
        for (var size = 2; size <= values.Length; size *= 2)
        {
            var step = Complex.FromPolarCoordinates(1, -2 * Math.PI / size);
            for (var start = 0; start < values.Length; start += size)
            {
                Butterfly(values.AsSpan(start, size), step);
            }
        }
    }

    private static void Butterfly(Span<Complex> block, Complex step)
    {
        var half = block.Length / 2;
        var twiddle = Complex.One;
        for (var i = 0; i < half; i++)
        {
            var odd = block[i + half] * twiddle;
            block[i + half] = block[i] - odd;
            block[i] += odd;
            twiddle *= step;
        }
    }

    private static void Reorder(Complex[] values)
    {
        for (int i = 1, j = 0; i < values.Length; i++)
        {
            var bit = values.Length >> 1;
            for (; (j & bit) != 0; bit >>= 1)
            {
                j ^= bit;
            }

            j ^= bit;
            if (i < j)
            {
                (values[i], values[j]) = (values[j], values[i]);
            }
        }
    }
}
