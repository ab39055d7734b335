using CrmVoip.Data;
using CrmVoip.Tenancy;
using CrmVoip.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.Features.Telefonia.Ligacoes;

/// <summary>The tab "Ligações" of a contact.</summary>
[DaOrganizacao]
[Route("contatos/{id:guid}/ligacoes")]
public sealed class LigacoesDoContatoController(CrmDbContext db, OrganizacaoAtual atual) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index(Guid id, CancellationToken ct) =>
        await db.Contatos.AnyAsync(c => c.Id == id, ct)
            ? PartialView("_Ligacoes", await db.AbaDoContatoAsync(id, atual, ct))
            : NotFound();
}
