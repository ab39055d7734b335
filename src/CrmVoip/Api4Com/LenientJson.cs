using System.Globalization;
using System.Text.Json;
using CrmVoip.Text;

namespace CrmVoip.Api4Com;

/// <summary>Reads fields whatever their spelling (snake_case or camelCase) and type (a number as text, "" for nothing).</summary>
internal static class LenientJson
{
    public static JsonElement? Field(this JsonElement element, params ReadOnlySpan<string> names)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        foreach (var name in names)
        {
            foreach (var property in element.EnumerateObject())
            {
                if (property.Value.ValueKind != JsonValueKind.Null && SameName(property.Name, name))
                {
                    return property.Value;
                }
            }
        }

        return null;
    }

    public static string? Text(this JsonElement element, params ReadOnlySpan<string> names)
    {
        var text = element.Field(names) switch
        {
            { ValueKind: JsonValueKind.String } field => field.GetString()?.Replace("\0", "", StringComparison.Ordinal).Trim(),
            { ValueKind: JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False } field => field.GetRawText(),
            _ => null,
        };
        return string.IsNullOrEmpty(text) ? null : text;
    }

    /// <summary>A number, a name of a machine, an address: what has no letters that nobody sees.</summary>
    public static string? Code(this JsonElement element, params ReadOnlySpan<string> names) => Digitado.Ler(element.Text(names));

    public static decimal? Number(this JsonElement element, params ReadOnlySpan<string> names) =>
        decimal.TryParse(element.Text(names)?.Replace(',', '.'), NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

    public static int? Whole(this JsonElement element, params ReadOnlySpan<string> names) =>
        element.Number(names) is { } number and >= 0 and <= int.MaxValue ? (int)Math.Round(number) : null;

    public static bool Flag(this JsonElement element, params ReadOnlySpan<string> names) =>
        element.Text(names)?.ToUpperInvariant() is "1" or "TRUE" or "SIM";

    /// <summary>The rows of a list, bare or wrapped.</summary>
    public static JsonElement? Rows(this JsonElement body) =>
        body.ValueKind == JsonValueKind.Array
            ? body
            : body.Field("data", "items", "calls", "extensions") switch
            {
                { ValueKind: JsonValueKind.Array } rows => rows,
                { ValueKind: JsonValueKind.Object } inner => inner.Rows(),
                _ => null,
            };

    private static bool SameName(string found, string wanted) =>
        string.Equals(found, wanted, StringComparison.OrdinalIgnoreCase)
        || string.Equals(found.Replace("_", "", StringComparison.Ordinal), wanted, StringComparison.OrdinalIgnoreCase);
}
