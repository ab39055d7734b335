using Microsoft.AspNetCore.Razor.TagHelpers;

namespace CrmVoip.Web;

/// <summary>An icon of the sprite. Decoration: the control around it carries the name.</summary>
[HtmlTargetElement("crm-icone", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class IconeTagHelper(Recursos recursos) : TagHelper
{
    public string Nome { get; set; } = "";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "svg";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "icone");
        output.Attributes.SetAttribute("aria-hidden", "true");
        output.Content.AppendHtml($"<use href=\"{recursos.Url("icons/icones.svg")}#{Nome}\"></use>");
    }
}
