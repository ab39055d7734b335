using System.Globalization;

namespace CrmVoip.Web;

/// <summary>A place in a list that is newest first: what comes after it, going back in time, is older. Moment and id, for many rows share a moment.</summary>
public sealed record Marco(DateTimeOffset Em, Guid Id)
{
    private const long Ate = 253_402_300_799_000_000;

    /// <summary>Null when the text is not one that ToString wrote.</summary>
    public static Marco? Ler(string? texto) =>
        texto?.Split('-') is [var micros, var id]
        && long.TryParse(micros, NumberStyles.None, CultureInfo.InvariantCulture, out var m)
        && m <= Ate
        && Guid.TryParseExact(id, "N", out var guid)
            ? new Marco(Momento(m), guid)
            : null;

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Micros(Em)}-{Id:N}");

    /// <summary>Since 1970: as fine as the database keeps a moment.</summary>
    public static long Micros(DateTimeOffset em) => (em - DateTimeOffset.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond;

    /// <summary>The last one there is, for more than that.</summary>
    public static DateTimeOffset Momento(long micros) => DateTimeOffset.UnixEpoch.AddMicroseconds(Math.Min(micros, Ate));
}
