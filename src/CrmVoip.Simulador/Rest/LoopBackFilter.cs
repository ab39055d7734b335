using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CrmVoip.Simulador.Rest;

/// <summary>The JSON in <c>?filter=</c>: <c>where</c>, <c>order</c> and <c>limit</c> over rows as they go out.</summary>
public sealed class LoopBackFilter
{
    private readonly JsonObject? where;
    private readonly string? order;

    private LoopBackFilter(JsonObject filter)
    {
        where = filter["where"] as JsonObject;
        order = (filter["order"] is JsonArray { Count: > 0 } list ? list[0] : filter["order"])?.ToString();
        Limit = filter["limit"] is JsonValue limit && limit.TryGetValue(out int rows) ? rows : null;
    }

    public int? Limit { get; }

    /// <summary>Null when the text is not a JSON object.</summary>
    public static LoopBackFilter? Parse(string? text)
    {
        try
        {
            return string.IsNullOrWhiteSpace(text)
                ? new LoopBackFilter([])
                : JsonNode.Parse(text) is JsonObject filter ? new LoopBackFilter(filter) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public IReadOnlyList<JsonObject> Apply(IEnumerable<JsonObject> rows)
    {
        var kept = rows.Where(row => where is null || Matches(row, where));
        if (order?.Split(' ', StringSplitOptions.RemoveEmptyEntries) is not [var field, .. var direction])
        {
            return [.. kept];
        }

        var sorted = kept.Order(Comparer<JsonObject>.Create((left, right) => Compare(left[field], right[field])));
        return direction is ["DESC" or "desc", ..] ? [.. sorted.Reverse()] : [.. sorted];
    }

    private static bool Matches(JsonObject row, JsonObject condition) => condition.All(pair => pair.Key switch
    {
        "and" => pair.Value is JsonArray all && all.OfType<JsonObject>().All(part => Matches(row, part)),
        "or" => pair.Value is JsonArray any && any.OfType<JsonObject>().Any(part => Matches(row, part)),
        _ => MatchesField(row[pair.Key], pair.Value),
    });

    private static bool MatchesField(JsonNode? value, JsonNode? wanted) => wanted is JsonObject operators
        ? operators.All(pair => MatchesOperator(value, pair.Key, pair.Value))
        : Compare(value, wanted) == 0;

    private static bool MatchesOperator(JsonNode? value, string name, JsonNode? wanted) => name switch
    {
        "gte" => Compare(value, wanted) >= 0,
        "gt" => Compare(value, wanted) > 0,
        "lte" => Compare(value, wanted) <= 0,
        "lt" => Compare(value, wanted) < 0,
        "neq" => Compare(value, wanted) != 0,
        "inq" => wanted is JsonArray list && list.Any(item => Compare(value, item) == 0),
        "between" => wanted is JsonArray { Count: 2 } range && Compare(value, range[0]) >= 0 && Compare(value, range[1]) <= 0,
        _ => true,
    };

    private static int Compare(JsonNode? left, JsonNode? right)
    {
        var (a, b) = (left?.ToString(), right?.ToString());
        if (TryReadDate(a, out var date) && TryReadDate(b, out var otherDate))
        {
            return date.CompareTo(otherDate);
        }

        return double.TryParse(a, CultureInfo.InvariantCulture, out var number) && double.TryParse(b, CultureInfo.InvariantCulture, out var otherNumber)
            ? number.CompareTo(otherNumber)
            : string.CompareOrdinal(a, b);
    }

    private static bool TryReadDate(string? text, out DateTimeOffset date)
    {
        date = default;
        return text is { Length: >= 10 } && text[4] == '-'
            && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out date);
    }
}
