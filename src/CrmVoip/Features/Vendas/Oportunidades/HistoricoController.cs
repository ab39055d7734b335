using CrmVoip.Data;
using CrmVoip.Features.Vendas.Notas;
using CrmVoip.Web;
using Microsoft.AspNetCore.Mvc;

namespace CrmVoip.Features.Vendas.Oportunidades;

/// <summary>The tab "Histórico" of the details.</summary>
[DaOrganizacao]
[Route("oportunidades/{id:guid}/historico")]
public sealed class HistoricoController(CrmDbContext db) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index(Guid id, CancellationToken ct) =>
        await db.TelaDoHistoricoAsync(new AssuntoDaNota(DeContato: false, id), FiltroDoHistorico.Tudo, ct) is { } tela ? PartialView("/Features/Vendas/Notas/_Historico.cshtml", tela) : NotFound();
}
