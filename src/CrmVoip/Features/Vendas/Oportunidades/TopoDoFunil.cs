using CrmVoip.Features.Vendas.Quadros;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace CrmVoip.Features.Vendas.Oportunidades;

/// <summary>What stands above the deals, whether they are shown as a board or as a list.</summary>
public sealed record TopoDoFunil(FiltroDoQuadro Filtro, Equipe Equipe, Total Total)
{
    /// <summary>The orders of the list, by the words of the address; none of the board, which has its own.</summary>
    public IReadOnlyList<SelectListItem> Ordens { get; init; } = [];

    public bool Lista => Ordens.Count > 0;
}
