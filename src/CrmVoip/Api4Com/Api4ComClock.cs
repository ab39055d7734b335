using System.Globalization;
using System.Text.RegularExpressions;

namespace CrmVoip.Api4Com;

/// <summary>
/// The provider writes Brasília wall-clock time without a zone (webhooks) or with a false Z (lists).
/// Only an explicit offset is believed.
/// </summary>
public sealed partial class Api4ComClock(TimeZoneInfo zone)
{
    private static readonly TimeSpan _margin = TimeSpan.FromHours(4);

    // At either end of the calendar an offset leads out of it; PostgreSQL has no year 1 in UTC either.
    private static readonly DateTime _earliest = DateTime.UnixEpoch.AddYears(-60);
    private static readonly DateTime _latest = DateTime.UnixEpoch.AddYears(1000);

    public DateTimeOffset? Read(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        if (ExplicitOffset().IsMatch(text))
        {
            return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var instant)
                && instant.DateTime >= _earliest && instant.DateTime <= _latest
                ? instant.ToUniversalTime()
                : null;
        }

        return DateTime.TryParse(text.Trim().TrimEnd('Z', 'z'), CultureInfo.InvariantCulture, DateTimeStyles.None, out var wall)
            && wall >= _earliest && wall <= _latest
            ? new DateTimeOffset(wall, zone.GetUtcOffset(wall)).ToUniversalTime()
            : null;
    }

    /// <summary>The instant as the provider's filter wants it: its own wall clock, labelled Z.</summary>
    public string Write(DateTimeOffset instant) =>
        TimeZoneInfo.ConvertTime(instant, zone).ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    /// <summary>Wide enough to hold the rows whichever clock the provider really uses; callers filter again.</summary>
    public (string From, string To) Window(DateTimeOffset from, DateTimeOffset to) => (Write(from - _margin), Write(to + _margin));

    [GeneratedRegex(@"[T ]\d.*[+-]\d\d:?\d\d$")]
    private static partial Regex ExplicitOffset();
}
