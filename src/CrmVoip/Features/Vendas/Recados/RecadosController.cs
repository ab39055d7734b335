using CrmVoip.Data;
using CrmVoip.Tenancy;
using CrmVoip.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.Features.Vendas.Recados;

/// <summary>What colleagues did that is this person's to know: the list behind the bell, and the bell itself.</summary>
[DaOrganizacao]
[Route("recados")]
public sealed class RecadosController(CrmDbContext db, OrganizacaoAtual atual, TimeProvider relogio) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index(string? antes, CancellationToken ct)
    {
        var linhas = await db.LinhasAsync(atual.UsuarioIdExigido, Marco.Ler(antes), ct);
        return View(linhas.EmFolha(l => l.Marco));
    }

    /// <summary>How many are new, as the bell shows it.</summary>
    [HttpGet("novos")]
    public async Task<IActionResult> Novos(CancellationToken ct) => PartialView("_Novos", await db.NovosAsync(atual.UsuarioIdExigido, ct));

    /// <param name="ate">Where the newest of those that were shown stands; what came later stays new.</param>
    /// <param name="ct">Ends with the request.</param>
    [HttpPost("vistos")]
    public async Task<IActionResult> Vistos(string? ate, CancellationToken ct)
    {
        if (Marco.Ler(ate) is not { } marco)
        {
            return NotFound();
        }

        await db.VistosAteAsync(atual.UsuarioIdExigido, marco, relogio.GetUtcNow(), ct);
        if (!Request.EhDeScript())
        {
            return RedirectToAction(nameof(Index));
        }

        Response.Headers["HX-Trigger"] = "recados-vistos";
        return NoContent();
    }

    /// <summary>Whom a note can name: the names of who works here, whoever asks left out.</summary>
    [HttpGet("pessoas")]
    public async Task<IActionResult> Pessoas(CancellationToken ct)
    {
        var nomes = await db.Membros.Where(m => m.Ativo && m.UsuarioId != atual.UsuarioId).Select(m => m.Nome).ToListAsync(ct);
        return Json(nomes.Order(Nomes.Ordem));
    }
}
