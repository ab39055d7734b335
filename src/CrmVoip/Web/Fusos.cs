using System.Collections.Concurrent;

namespace CrmVoip.Web;

/// <summary>Time zones by name, looked up once: .NET takes a lock each time, and a board asks several times a card.</summary>
public static class Fusos
{
    private static readonly ConcurrentDictionary<string, TimeZoneInfo> _zonas = new(StringComparer.Ordinal);

    public static TimeZoneInfo De(string nome) => _zonas.GetOrAdd(nome, TimeZoneInfo.FindSystemTimeZoneById);
}
