using CrmVoip.Data;
using CrmVoip.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.Features.Vendas.Oportunidades;

/// <summary>The tab "Histórico" of the details.</summary>
[DaOrganizacao]
[Route("oportunidades/{id:guid}/historico")]
public sealed class HistoricoController(CrmDbContext db) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index(Guid id, CancellationToken ct) =>
        await db.Oportunidades.AnyAsync(o => o.Id == id, ct)
            ? PartialView("_Historico", await db.HistoricoAsync(id, ct))
            : NotFound();
}
