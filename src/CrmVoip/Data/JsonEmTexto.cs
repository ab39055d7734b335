using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace CrmVoip.Data;

/// <summary>A record kept whole in a jsonb column: snake_case names, nulls left out.</summary>
public static class JsonEmTexto
{
    private static readonly JsonSerializerOptions _opcoes = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    public static PropertyBuilder<T> EmJson<T>(this PropertyBuilder<T> property)
        where T : class, new()
    {
        var converter = new ValueConverter<T, string>(v => Escrever(v), t => Ler<T>(t));
        var comparer = new ValueComparer<T>(
            (a, b) => a == b || (a != null && b != null && Escrever(a) == Escrever(b)),
            v => Escrever(v).GetHashCode(StringComparison.Ordinal),
            v => v);
        return property.HasConversion(converter, comparer).HasColumnType("jsonb");
    }

    private static string Escrever<T>(T valor) => JsonSerializer.Serialize(valor, _opcoes);

    private static T Ler<T>(string texto)
        where T : class, new() => JsonSerializer.Deserialize<T>(texto, _opcoes) ?? new T();
}
