using System.Globalization;

namespace CrmVoip.LoadBench;

/// <summary>Processor time that was spent, by /proc: it tells more than the clock where other things run on the machine.</summary>
public static class Cpu
{
    private const double Tick = 0.01;

    public static double Of(int pid) => Seconds(Read(pid), ended: false);

    /// <summary>PostgreSQL with everybody it serves, those who have left as well.</summary>
    public static double OfPostgres(int pid) => Seconds(Read(pid), ended: true) + Directory.EnumerateDirectories("/proc")
        .Select(folder => int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out var id) ? Read(id) : [])
        .Where(process => process.Length > 0 && process[1] == pid.ToString(CultureInfo.InvariantCulture))
        .Sum(process => Seconds(process, ended: false));

    private static double Seconds(string[] process, bool ended) =>
        process.Length == 0 ? 0 : process.Skip(11).Take(ended ? 4 : 2).Sum(ticks => long.Parse(ticks, CultureInfo.InvariantCulture)) * Tick;

    // What follows the name: state, parent, …, own time, own time in the kernel, and both of children that ended.
    private static string[] Read(int pid)
    {
        try
        {
            var text = File.ReadAllText($"/proc/{pid}/stat");
            return text[(text.LastIndexOf(')') + 2)..].Split(' ');
        }
        catch (IOException)
        {
            return [];
        }
    }
}
