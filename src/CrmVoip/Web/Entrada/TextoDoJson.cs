using System.Text.Json;
using System.Text.Json.Serialization;

namespace CrmVoip.Web.Entrada;

/// <summary>Text of a JSON body: U+0000, which PostgreSQL does not hold, makes the body unreadable.</summary>
public sealed class TextoDoJson : JsonConverter<string>
{
    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && reader.GetString() is { } texto && !texto.Contains('\0', StringComparison.Ordinal)
            ? texto
            : throw new JsonException();

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);
}
