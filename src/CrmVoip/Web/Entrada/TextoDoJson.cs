using System.Text.Json;
using System.Text.Json.Serialization;

namespace CrmVoip.Web.Entrada;

/// <summary>Text of a JSON body without U+0000, which PostgreSQL does not hold: a fact of a call is not lost for it.</summary>
public sealed class TextoDoJson : JsonConverter<string>
{
    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String ? reader.GetString()?.Replace("\0", "", StringComparison.Ordinal) : throw new JsonException();

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);
}
