using CrmVoip.Data;
using CrmVoip.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.Features.Vendas.Contatos;

/// <summary>The tab "Histórico" of a contact.</summary>
[DaOrganizacao]
[Route("contatos/{id:guid}/historico")]
public sealed class HistoricoDoContatoController(CrmDbContext db) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index(Guid id, CancellationToken ct) =>
        await db.Contatos.AnyAsync(c => c.Id == id, ct)
            ? PartialView("/Features/Vendas/Oportunidades/_Historico.cshtml", await db.HistoricoDoContatoAsync(id, ct))
            : NotFound();
}
