using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc.Razor;

namespace CrmVoip.Web;

/// <summary>Every view: the indentation of its source stays in the source. Of each line break, which may be a space between words, one is left.</summary>
public abstract class Pagina<TModel> : RazorPage<TModel>
{
    public override void WriteLiteral(string? value) => base.WriteLiteral(Recuo.Umas.Tirar(value));
}

/// <summary>
/// For a view that is written hundreds of times in a page: no line break is left either. Only where all parts stand in a grid or a
/// flex, which never show that space.
/// </summary>
public abstract class PaginaSemQuebras<TModel> : RazorPage<TModel>
{
    public override void WriteLiteral(string? value) => base.WriteLiteral(Recuo.Nenhuma.Tirar(value));
}

internal sealed partial class Recuo(string quebra)
{
    public static readonly Recuo Umas = new("\n");
    public static readonly Recuo Nenhuma = new("");

    // By reference: the compiler made each literal once.
    private readonly ConcurrentDictionary<string, string> _tirados = new(ReferenceEqualityComparer.Instance);

    public string? Tirar(string? literal) =>
        literal is null ? null : _tirados.GetOrAdd(literal, (original, entre) => Espacos().Replace(original, entre), quebra);

    [GeneratedRegex(@"\s*\n\s*|^ {2,}")]
    private static partial Regex Espacos();
}
