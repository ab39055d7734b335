using CrmVoip.Data;
using CrmVoip.Web;
using Microsoft.AspNetCore.Mvc;

namespace CrmVoip.Features.Vendas.Busca;

/// <summary>What the palette (Ctrl+K) finds while somebody types.</summary>
[DaOrganizacao]
[Route("busca")]
public sealed class BuscaController(CrmDbContext db) : Controller
{
    [HttpGet("")]
    [ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
    public async Task<IActionResult> Index(string? q, CancellationToken ct) =>
        PartialView("_Resultados", await db.BuscarAsync(new Pesquisa(q), ct));
}
