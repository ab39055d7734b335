using System.Numerics;

namespace CrmVoip.Simulador.Media;

/// <summary>Where the loudest tone is and how loud; a full-scale sine is 0 dBFS, silence is <see cref="Floor"/>.</summary>
public sealed record Spectrum(double PeakHz, double PeakDbfs, double RmsDbfs)
{
    public const double Floor = -100;

    private const double FullScale = 32768;
    private const int LowestBin = 2;

    public static Spectrum Of(ReadOnlySpan<short> samples)
    {
        var rms = Math.Sqrt(MeanSquare(samples));
        if (samples.Length < 64 || rms < 1)
        {
            return new Spectrum(0, Floor, Floor);
        }

        var bins = Windowed(samples, out var windowSum);
        Fft.Transform(bins);

        var peak = LowestBin;
        for (var i = LowestBin; i < bins.Length / 2; i++)
        {
            peak = bins[i].Magnitude > bins[peak].Magnitude ? i : peak;
        }

        var amplitude = 2 * bins[peak].Magnitude / windowSum;
        var hertz = (peak + Offset(bins, peak)) * MuLaw.SampleRate / bins.Length;
        return new Spectrum(hertz, ToDbfs(amplitude), ToDbfs(rms * Math.Sqrt(2)));
    }

    private static double MeanSquare(ReadOnlySpan<short> samples)
    {
        var sum = 0.0;
        foreach (var sample in samples)
        {
            sum += (double)sample * sample;
        }

        return samples.IsEmpty ? 0 : sum / samples.Length;
    }

    private static Complex[] Windowed(ReadOnlySpan<short> samples, out double windowSum)
    {
        var bins = new Complex[BitOperations.RoundUpToPowerOf2((uint)samples.Length)];
        windowSum = 0;
        for (var i = 0; i < samples.Length; i++)
        {
            var hann = 0.5 - (0.5 * Math.Cos(2 * Math.PI * i / (samples.Length - 1)));
            windowSum += hann;
            bins[i] = samples[i] * hann;
        }

        return bins;
    }

    /// <summary>Parabola through the peak and its neighbours: a fraction of a bin.</summary>
    private static double Offset(Complex[] bins, int peak)
    {
        var (left, centre, right) = (bins[peak - 1].Magnitude, bins[peak].Magnitude, bins[peak + 1].Magnitude);
        var curvature = left - (2 * centre) + right;
        return curvature == 0 ? 0 : 0.5 * (left - right) / curvature;
    }

    private static double ToDbfs(double amplitude) =>
        Math.Round(Math.Max(Floor, 20 * Math.Log10(Math.Max(amplitude, 1e-9) / FullScale)), 1);
}
