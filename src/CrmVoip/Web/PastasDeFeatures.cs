using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Mvc.Razor;

namespace CrmVoip.Web;

/// <summary>Views live beside their controller, /Features/{room}/{feature}/, then in /Features/Shared/.</summary>
public sealed class PastasDeFeatures : IViewLocationExpander
{
    private const string Chave = "feature";

    public void PopulateValues(ViewLocationExpanderContext context) =>
        context.Values[Chave] = (context.ActionContext.ActionDescriptor as ControllerActionDescriptor)?.ControllerTypeInfo.Namespace?.Split("Features.")[^1].Replace('.', '/');

    public IEnumerable<string> ExpandViewLocations(ViewLocationExpanderContext context, IEnumerable<string> viewLocations) =>
        [$"/Features/{context.Values[Chave]}/{{0}}.cshtml", "/Features/Shared/{0}.cshtml"];
}
