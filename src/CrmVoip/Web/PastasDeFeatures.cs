using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Mvc.Razor;

namespace CrmVoip.Web;

/// <summary>Views live beside their controller: /Features/{last namespace segment}/, then /Features/Shared/.</summary>
public sealed class PastasDeFeatures : IViewLocationExpander
{
    private const string Chave = "feature";

    public void PopulateValues(ViewLocationExpanderContext context) =>
        context.Values[Chave] = (context.ActionContext.ActionDescriptor as ControllerActionDescriptor)?.ControllerTypeInfo.Namespace?.Split('.')[^1];

    public IEnumerable<string> ExpandViewLocations(ViewLocationExpanderContext context, IEnumerable<string> viewLocations) =>
        [$"/Features/{context.Values[Chave]}/{{0}}.cshtml", "/Features/Shared/{0}.cshtml"];
}
