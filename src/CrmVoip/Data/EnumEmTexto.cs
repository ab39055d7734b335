using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace CrmVoip.Data;

/// <summary>Enums are stored as snake_case text with a CHECK that lists the same names.</summary>
public static class EnumEmTexto
{
    public static string Texto<TEnum>(TEnum valor)
        where TEnum : struct, Enum => JsonNamingPolicy.SnakeCaseLower.ConvertName(valor.ToString());

    public static TEnum Valor<TEnum>(string texto)
        where TEnum : struct, Enum => Enum.Parse<TEnum>(texto.Replace("_", "", StringComparison.Ordinal), ignoreCase: true);

    public static IEnumerable<string> Nomes<TEnum>()
        where TEnum : struct, Enum => Enum.GetValues<TEnum>().Select(Texto);

    public static PropertyBuilder<TEnum> EmTexto<TEnum>(this PropertyBuilder<TEnum> property)
        where TEnum : struct, Enum =>
        property.HasConversion(new ValueConverter<TEnum, string>(v => Texto(v), t => Valor<TEnum>(t))).HasMaxLength(40);

    public static PropertyBuilder<TEnum?> EmTexto<TEnum>(this PropertyBuilder<TEnum?> property)
        where TEnum : struct, Enum =>
        property.HasConversion(new ValueConverter<TEnum, string>(v => Texto(v), t => Valor<TEnum>(t))).HasMaxLength(40);

    /// <summary>Adds the CHECK of every enum column, from the names of its C# type.</summary>
    public static void ConferirEnums(this IMutableModel model)
    {
        foreach (var entidade in model.GetEntityTypes())
        {
            foreach (var propriedade in entidade.GetProperties().Where(p => Tipo(p).IsEnum))
            {
                var coluna = propriedade.GetColumnName();
                var nomes = Enum.GetNames(Tipo(propriedade)).Select(n => $"'{JsonNamingPolicy.SnakeCaseLower.ConvertName(n)}'");
                entidade.AddCheckConstraint(
                    $"ck_{entidade.GetTableName()}_{coluna}",
                    $"{coluna} in ({string.Join(", ", nomes)})");
            }
        }
    }

    private static Type Tipo(IMutableProperty propriedade) => Nullable.GetUnderlyingType(propriedade.ClrType) ?? propriedade.ClrType;
}
