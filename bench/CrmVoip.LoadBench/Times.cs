namespace CrmVoip.LoadBench;

public static class Times
{
    public static double At(double[] sorted, double share) => sorted[Math.Max(0, (int)Math.Ceiling(share * sorted.Length) - 1)];

    public static double Median(IEnumerable<double> values) => At([.. values.Order()], 0.5);
}
