using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Query.SqlExpressions;

namespace CrmVoip.Data;

/// <summary>Patterns for ILIKE: what was typed is text, never a wildcard, and its accents may be left out.</summary>
public static class Padrao
{
    private const string Acentuadas = "áàâãäéèêëíìîïóòôõöúùûüçñÁÀÂÃÄÉÈÊËÍÌÎÏÓÒÔÕÖÚÙÛÜÇÑ";
    private const string Simples = "aaaaaeeeeiiiiooooouuuucnAAAAAEEEEIIIIOOOOOUUUUCN";

    /// <summary>Matches a column read by <see cref="SemAcentos"/>.</summary>
    public static string Contem(string texto) =>
        $"%{Dobrar(texto).Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal)}%";

    /// <summary>A column without the accents of Portuguese; only in queries.</summary>
    public static string SemAcentos(string coluna) => throw new InvalidOperationException($"Only PostgreSQL reads {coluna}.");

    /// <summary>PostgreSQL's own translate(): the extension unaccent is not everywhere.</summary>
    public static void MapearSemAcentos(this ModelBuilder model) =>
        model.HasDbFunction(typeof(Padrao).GetMethod(nameof(SemAcentos))!).HasTranslation(argumentos => new SqlFunctionExpression(
            "translate",
            [argumentos[0], new SqlConstantExpression(Acentuadas, argumentos[0].TypeMapping), new SqlConstantExpression(Simples, argumentos[0].TypeMapping)],
            nullable: true,
            argumentsPropagateNullability: [true, false, false],
            typeof(string),
            argumentos[0].TypeMapping));

    private static string Dobrar(string texto) => string.Concat(
        texto.Normalize(NormalizationForm.FormD).Where(c => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark))
        .Normalize(NormalizationForm.FormC);
}
