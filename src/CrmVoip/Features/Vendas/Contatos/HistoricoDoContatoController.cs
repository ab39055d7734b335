using CrmVoip.Data;
using CrmVoip.Features.Vendas.Notas;
using CrmVoip.Web;
using Microsoft.AspNetCore.Mvc;

namespace CrmVoip.Features.Vendas.Contatos;

/// <summary>The tab "Histórico" of a contact.</summary>
[DaOrganizacao]
[Route("contatos/{id:guid}/historico")]
public sealed class HistoricoDoContatoController(CrmDbContext db) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index(Guid id, CancellationToken ct) =>
        await db.TelaDoHistoricoAsync(new AssuntoDaNota(DeContato: true, id), FiltroDoHistorico.Tudo, ct) is { } tela ? PartialView("/Features/Vendas/Notas/_Historico.cshtml", tela) : NotFound();
}
