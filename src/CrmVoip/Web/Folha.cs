using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Query;

namespace CrmVoip.Web;

/// <summary>A part of a list that is newest first, or oldest first. MaisAntigas is where what follows begins; null when there is none.</summary>
public sealed record Folha<T>(IReadOnlyList<T> Linhas, Marco? MaisAntigas);

/// <summary>Pages by where the last one ended, never by how many rows to skip: the thousandth costs what the first does.</summary>
public static class FolhaExtensions
{
    public const int Linhas = 50;

    private static readonly Func<Marco, Expression<Func<DateTimeOffset, Guid, bool>>> _antes = marco =>
        (quando, qual) => EF.Functions.LessThan(ValueTuple.Create(quando, qual), ValueTuple.Create(marco.Em, marco.Id));

    private static readonly Func<Marco, Expression<Func<DateTimeOffset, Guid, bool>>> _depois = marco =>
        (quando, qual) => EF.Functions.GreaterThan(ValueTuple.Create(quando, qual), ValueTuple.Create(marco.Em, marco.Id));

    /// <summary>Newest first, and only what is older than the mark.</summary>
    public static IQueryable<T> MaisAntigasQue<T>(
        this IQueryable<T> linhas, Marco? marco, Expression<Func<T, DateTimeOffset>> em, Expression<Func<T, Guid>> id)
    {
        var antes = marco is null ? linhas : linhas.Where(DoOutroLado(marco, em, id, _antes));
        return antes.OrderByDescending(em).ThenByDescending(id);
    }

    /// <summary>Oldest first, and only what is newer than the mark: of what is still to come.</summary>
    public static IQueryable<T> MaisNovasQue<T>(
        this IQueryable<T> linhas, Marco? marco, Expression<Func<T, DateTimeOffset>> em, Expression<Func<T, Guid>> id)
    {
        var depois = marco is null ? linhas : linhas.Where(DoOutroLado(marco, em, id, _depois));
        return depois.OrderBy(em).ThenBy(id);
    }

    /// <summary>Of one row more than a page holds, read to know whether there is another page.</summary>
    public static Folha<T> EmFolha<T>(this IReadOnlyList<T> lidas, Func<T, Marco> marco) =>
        lidas.Count > Linhas ? new Folha<T>([.. lidas.Take(Linhas)], marco(lidas[Linhas - 1])) : new Folha<T>(lidas, null);

    private static Expression<Func<T, bool>> DoOutroLado<T>(
        Marco marco, Expression<Func<T, DateTimeOffset>> em, Expression<Func<T, Guid>> id, Func<Marco, Expression<Func<DateTimeOffset, Guid, bool>>> lado)
    {
        var condicao = lado(marco);
        var linha = em.Parameters[0];
        var dela = ReplacingExpressionVisitor.Replace(id.Parameters[0], linha, id.Body);
        return Expression.Lambda<Func<T, bool>>(
            new ReplacingExpressionVisitor([condicao.Parameters[0], condicao.Parameters[1]], [em.Body, dela]).Visit(condicao.Body), linha);
    }
}

/// <summary>What stands below a list: the link that lengthens it, or that it ends here.</summary>
/// <param name="Lista">The id of what holds its rows.</param>
/// <param name="Endereco">Where the older rows are; null when there are none.</param>
/// <param name="Mais">What the link says.</param>
/// <param name="Fim">What is said instead.</param>
public sealed record FimDaFolha(string Lista, string? Endereco, string Mais, string Fim)
{
    public string Id => Lista + "-mais";
}
