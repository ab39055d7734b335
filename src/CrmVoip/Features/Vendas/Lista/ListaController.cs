using CrmVoip.Features.Vendas.Oportunidades;
using CrmVoip.Web;
using Microsoft.AspNetCore.Mvc;

namespace CrmVoip.Features.Vendas.Lista;

/// <summary>The board's deals as a list.</summary>
[DaOrganizacao]
[Route("oportunidades/lista")]
public sealed class ListaController(LerLista ler) : Controller
{
    /// <param name="filtro">The board's.</param>
    /// <param name="ordem">What the list is ordered by.</param>
    /// <param name="depois">Where the page before ended.</param>
    /// <param name="ct">Ends with the request.</param>
    [HttpGet("")]
    public async Task<IActionResult> Index([FromQuery] FiltroDoQuadro filtro, OrdemDaLista ordem, string? depois, CancellationToken ct)
    {
        Response.Headers.CacheControl = "no-store";
        return View(await ler.ExecutarAsync(filtro, ordem, LugarNaLista.Ler(depois), ct));
    }
}
