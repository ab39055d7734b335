using System.Globalization;
using System.Text.RegularExpressions;
using CrmVoip.Api4Com.Models;

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
    public string Write(DateTimeOffset instant) => Write(instant, zone);

    private static string Write(DateTimeOffset instant, TimeZoneInfo clock) =>
        TimeZoneInfo.ConvertTime(instant, clock).ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    /// <summary>What to ask to be given the rows whichever clock the provider really uses; callers filter again.</summary>
    public IEnumerable<(string From, string To)> Windows(Api4ComWindow window) => window.Exact
        ? new[] { (Write(window.From, zone), Write(window.To, zone)), (Write(window.From, TimeZoneInfo.Utc), Write(window.To, TimeZoneInfo.Utc)) }.Distinct()
        : [(Write(window.From - _margin), Write(window.To + _margin))];

    [GeneratedRegex(@"[T ]\d.*[+-]\d\d:?\d\d$")]
    private static partial Regex ExplicitOffset();
}
