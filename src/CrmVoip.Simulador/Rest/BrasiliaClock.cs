using System.Globalization;

namespace CrmVoip.Simulador.Rest;

/// <summary>
/// The provider writes Brasília's wall clock and, in REST, labels it Z. The offset is fixed: Brazil has had no daylight
/// saving time since 2019, and a container may lack the time zone database.
/// </summary>
public static class BrasiliaClock
{
    private static readonly TimeSpan Offset = TimeSpan.FromHours(-3);

    public static string ForRest(DateTimeOffset instant) =>
        instant.ToOffset(Offset).ToString("yyyy-MM-dd'T'HH:mm:ss.000'Z'", CultureInfo.InvariantCulture);

    public static string ForWebhook(DateTimeOffset instant) =>
        instant.ToOffset(Offset).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
}
