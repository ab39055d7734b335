using System.Globalization;

namespace CrmVoip.LoadBench;

/// <summary>The processes that answer.</summary>
public sealed record Instance(Uri Address, int Pid)
{
    public static Instance FromEnvironment(string name) => new(
        new Uri(Databases.Needed($"LOAD_{name}")), int.Parse(Databases.Needed($"LOAD_{name}_PID"), CultureInfo.InvariantCulture));

    /// <summary>Its share of what is in memory, in MB; 0 where the system does not say.</summary>
    public async Task<long> MemoryAsync()
    {
        var file = $"/proc/{Pid}/smaps_rollup";
        var line = File.Exists(file) ? (await File.ReadAllLinesAsync(file)).FirstOrDefault(l => l.StartsWith("Pss:", StringComparison.Ordinal)) : null;
        return line is null ? 0 : long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024;
    }
}
