using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace CrmVoip.Web;

/// <summary>
/// One field: label, input, help and error, tied together by id. With Opcoes it is a select, with Linhas a textarea, of the Tipo
/// "data" a day that is typed, or chosen in a calendar (app/casca/campo-data.js).
/// Attributes it does not know (autocomplete, placeholder, autofocus…) go to the input.
/// </summary>
[HtmlTargetElement("crm-campo", Attributes = "asp-for", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class CampoTagHelper(IHtmlGenerator gerador) : TagHelper
{
    [HtmlAttributeName("asp-for")]
    public required ModelExpression For { get; set; }

    public string Tipo { get; set; } = "text";

    public string? Teclado { get; set; }

    public string? Ajuda { get; set; }

    public bool Opcional { get; set; }

    public int Linhas { get; set; }

    /// <summary>A password that the person may look at while typing it (app/pessoas/senha.js).</summary>
    public bool Revelavel { get; set; }

    /// <summary>Fixed text before the input, such as the part of an address that is not chosen.</summary>
    public string? Prefixo { get; set; }

    public IEnumerable<SelectListItem>? Opcoes { get; set; }

    [ViewContext]
    [HtmlAttributeNotBound]
    public required ViewContext ViewContext { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var nome = ViewContext.ViewData.TemplateInfo.GetFullHtmlFieldName(For.Name);
        var id = TagBuilder.CreateSanitizedId(nome, "_");
        var erro = ViewContext.ModelState.TryGetValue(nome, out var entrada) ? entrada.Errors.FirstOrDefault()?.ErrorMessage : null;
        var atributos = output.Attributes.ToDictionary(a => a.Name, a => a.Value);
        output.Attributes.Clear();
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "campo");
        output.Content.AppendHtml(Rotulo(id));
        output.Content.AppendHtml(Revelavel || EhData || Prefixo is not null ? Grupo(atributos, id, erro) : Entrada(atributos, id, erro));
        if (Ajuda is not null)
        {
            output.Content.AppendHtml(Paragrafo("campo__ajuda", id + "-ajuda", Ajuda));
        }

        output.Content.AppendHtml(Paragrafo("campo__erro", id + "-erro", erro ?? ""));
        if (ViewContext.ViewData[EscolhaDoCampo.Chave] is IReadOnlyDictionary<string, EscolhaDoCampo> escolhas && escolhas.TryGetValue(nome, out var escolha))
        {
            output.Content.AppendHtml(Escolha(escolha));
        }
    }

    // Decided by app/vendas/conflito.js; without it, sending the form again keeps what was typed.
    private static TagBuilder Escolha(EscolhaDoCampo escolha)
    {
        var grupo = new TagBuilder("div");
        grupo.AddCssClass("campo__escolha");
        if (escolha.Manter is { } manter)
        {
            grupo.InnerHtml.AppendHtml(Botao(manter, "data-manter", ""));
        }

        grupo.InnerHtml.AppendHtml(Botao(escolha.Usar, "data-usar", escolha.Valor));
        return grupo;
    }

    private static TagBuilder Botao(string texto, string atributo, string valor)
    {
        var botao = new TagBuilder("button");
        botao.AddCssClass("botao");
        botao.Attributes["type"] = "button";
        botao.Attributes[atributo] = valor;
        botao.InnerHtml.Append(texto);
        return botao;
    }

    private bool EhData => Tipo == "data";

    private TagBuilder AbrirCalendario()
    {
        var botao = new TagBuilder("button");
        botao.AddCssClass("data__abrir");
        botao.Attributes["type"] = "button";
        botao.Attributes["data-abrir-calendario"] = "";
        botao.Attributes["aria-haspopup"] = "dialog";
        botao.Attributes["aria-label"] = $"{For.Metadata.DisplayName ?? For.Name}: abrir o calendário";
        return botao;
    }

    private TagBuilder Rotulo(string id)
    {
        var rotulo = new TagBuilder("label");
        rotulo.AddCssClass("campo__rotulo");
        rotulo.Attributes["for"] = id;
        rotulo.InnerHtml.Append(For.Metadata.DisplayName ?? For.Name);
        if (Opcional)
        {
            rotulo.InnerHtml.AppendHtml(" <span class=\"campo__opcional\">(opcional)</span>");
        }

        return rotulo;
    }

    private TagBuilder Grupo(Dictionary<string, object> atributos, string id, string? erro)
    {
        var grupo = new TagBuilder("div");
        grupo.AddCssClass("campo__grupo");
        if (Prefixo is not null)
        {
            var prefixo = new TagBuilder("span");
            prefixo.AddCssClass("campo__prefixo");
            prefixo.InnerHtml.Append(Prefixo);
            grupo.InnerHtml.AppendHtml(prefixo);
        }

        grupo.InnerHtml.AppendHtml(Entrada(atributos, id, erro));
        if (EhData)
        {
            grupo.AddCssClass("data");
            grupo.InnerHtml.AppendHtml(AbrirCalendario());
        }

        if (Revelavel)
        {
            grupo.Attributes["data-revelavel"] = For.Metadata.DisplayName ?? For.Name;
        }

        return grupo;
    }

    private TagBuilder Entrada(Dictionary<string, object> atributos, string id, string? erro)
    {
        atributos["class"] = "campo__entrada";
        atributos["aria-describedby"] = Ajuda is null ? id + "-erro" : $"{id}-ajuda {id}-erro";
        if (erro is not null)
        {
            atributos["aria-invalid"] = "true";
        }

        if (Teclado is not null)
        {
            atributos["inputmode"] = Teclado;
        }

        if (Opcoes is not null)
        {
            return gerador.GenerateSelect(ViewContext, For.ModelExplorer, null, For.Name, Opcoes, false, atributos);
        }

        if (Linhas > 0)
        {
            return gerador.GenerateTextArea(ViewContext, For.ModelExplorer, For.Name, Linhas, 0, atributos);
        }

        if (EhData)
        {
            atributos["data-data"] = "";
            atributos["inputmode"] = "numeric";
            atributos["placeholder"] = "dd/mm/aaaa";
            atributos["autocomplete"] = "off";
        }

        atributos["type"] = EhData ? "text" : Tipo;
        var valor = Tipo == "password" ? null : Convert.ToString(For.Model, CultureInfo.CurrentCulture);
        return Tipo == "password"
            ? gerador.GeneratePassword(ViewContext, For.ModelExplorer, For.Name, valor, atributos)
            : gerador.GenerateTextBox(ViewContext, For.ModelExplorer, For.Name, valor, null, atributos);
    }

    private static TagBuilder Paragrafo(string classe, string id, string texto)
    {
        var paragrafo = new TagBuilder("p");
        paragrafo.AddCssClass(classe);
        paragrafo.Attributes["id"] = id;
        paragrafo.InnerHtml.Append(texto);
        return paragrafo;
    }
}
