using CrmVoip.Data;
using CrmVoip.Tenancy;
using CrmVoip.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.Features.Telefonia.Ligacoes;

/// <summary>The tab "Ligações" of a contact: those of all its deals, and of none. What is to be decided about one, its deal's tab asks.</summary>
[DaOrganizacao]
[Route("contatos/{id:guid}/ligacoes")]
public sealed class LigacoesDoContatoController(CrmDbContext db, OrganizacaoAtual atual) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index(Guid id, CancellationToken ct) =>
        await db.Contatos.AnyAsync(c => c.Id == id, ct)
            ? PartialView("_Ligacoes", new AbaDeLigacoes(Guid.Empty, await db.ItensAsync(db.Ligacoes.Where(l => l.ContatoId == id), atual, ct), [], []))
            : NotFound();
}
