using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace CrmVoip.Features.Desenvolvimento;

/// <summary>
/// A sample of the design system, in light and in dark. The partials of the product have fixed ids and wires to the phone:
/// each copy gets ids of its own and no wire. De and Para change the one attribute that scripts would have changed.
/// </summary>
[HtmlTargetElement("crm-amostra")]
public sealed partial class AmostraTagHelper : TagHelper
{
    private static readonly object _contador = new();

    public required string Titulo { get; set; }

    public string? Nota { get; set; }

    public string? De { get; set; }

    public string? Para { get; set; }

    /// <summary>Its two themes one above the other.</summary>
    public bool Larga { get; set; }

    [ViewContext]
    [HtmlAttributeNotBound]
    public required ViewContext ViewContext { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var numero = ViewContext.HttpContext.Items[_contador] is int anterior ? anterior + 1 : 1;
        ViewContext.HttpContext.Items[_contador] = numero;
        var html = Trocado((await output.GetChildContentAsync()).GetContent());
        output.TagName = "figure";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", Larga ? "amostra amostra--larga" : "amostra");
        output.Content.AppendHtml(Legenda());
        foreach (var tema in new[] { "claro", "escuro" })
        {
            var copia = new TagBuilder("div");
            copia.AddCssClass("amostra__tema");
            copia.Attributes["data-tema"] = tema;
            copia.Attributes["hx-disable"] = "";
            copia.InnerHtml.AppendHtml(Isolado(html, $"a{numero}-{tema}-", $"{Titulo}, {tema}: "));
            output.Content.AppendHtml(copia);
        }
    }

    private TagBuilder Legenda()
    {
        var legenda = new TagBuilder("figcaption");
        legenda.AddCssClass("amostra__legenda");
        var titulo = new TagBuilder("strong");
        titulo.InnerHtml.Append(Titulo);
        legenda.InnerHtml.AppendHtml(titulo);
        if (Nota is not null)
        {
            legenda.InnerHtml.Append(" " + Nota);
        }

        return legenda;
    }

    private string Trocado(string html)
    {
        if (De is null)
        {
            return html;
        }

        return html.Contains(De, StringComparison.Ordinal)
            ? html.Replace(De, Para, StringComparison.Ordinal)
            : throw new InvalidOperationException($"The sample “{Titulo}” changes “{De}”, which its markup does not have any more.");
    }

    private static string Isolado(string html, string prefixo, string nome)
    {
        var semFio = Fio().Replace(html, "");
        var comIds = Referencias().Replace(semFio, m => $"{m.Groups[1].Value}{string.Join(' ', m.Groups[2].Value.Split(' ').Select(id => prefixo + id))}\"");
        return Regioes().Replace(SecoesComTitulo().Replace(comIds, "$1"), m => m.Value + nome);
    }

    [GeneratedRegex("(\\s(?:id|for|form|list|headers|popovertarget|aria-labelledby|aria-describedby|aria-controls|data-copiar)=\")([^\"]+)\"")]
    private static partial Regex Referencias();

    [GeneratedRegex("\\sdata-ligar(?:=[^\\s>]*)?")]
    private static partial Regex Fio();

    // Two regions of one name are no landmarks: a section named by its heading goes without, the others tell of which sample they are.
    [GeneratedRegex("(<section\\b[^>]*?)\\saria-labelledby=\"[^\"]*\"")]
    private static partial Regex SecoesComTitulo();

    [GeneratedRegex("<(?:section|nav|form|dialog)\\b[^>]*?\\saria-label=\"")]
    private static partial Regex Regioes();
}
