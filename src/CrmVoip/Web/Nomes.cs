using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace CrmVoip.Web;

/// <summary>
/// Names as Brazil puts them in order: Álvaro before Zuleica, capitals or not. In memory, where what is shown is all there is:
/// PostgreSQL orders by code point, and an index by a language would be wrong under another version of ICU.
/// </summary>
public static class Nomes
{
    public static StringComparer Ordem { get; } = StringComparer.Create(CultureInfo.GetCultureInfo("pt-BR"), CompareOptions.IgnoreCase);

    public static List<SelectListItem> EmOrdem(this IEnumerable<SelectListItem> opcoes) => [.. opcoes.OrderBy(o => o.Text, Ordem)];
}
