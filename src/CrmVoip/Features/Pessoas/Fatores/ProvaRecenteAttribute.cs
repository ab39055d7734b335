using CrmVoip.Domain;
using Microsoft.AspNetCore.Mvc.Filters;

namespace CrmVoip.Features.Pessoas.Fatores;

/// <summary>
/// The action is done by somebody who proved who they are in the last ten minutes; others are asked first, and then it goes
/// on with what they sent.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ProvaRecenteAttribute : Attribute, IFilterFactory
{
    public bool IsReusable => false;

    /// <summary>The action answers with a file: the browser stays where it is, so what was asked needs a page to stay on.</summary>
    public bool Arquivo { get; init; }

    /// <summary>Only when the form's Papel is, or may be read as, administrador.</summary>
    public bool SoParaAdministrador { get; init; }

    public IFilterMetadata CreateInstance(IServiceProvider serviceProvider) => ActivatorUtilities.CreateInstance<ProvaRecenteFilter>(serviceProvider, this);

    internal bool Dispensa(IFormCollection form) =>
        SoParaAdministrador && Enum.TryParse<Papel>(form["Papel"], ignoreCase: true, out var papel) && papel != Papel.Administrador;
}
