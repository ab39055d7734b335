using CrmVoip.Data;
using CrmVoip.Tenancy;
using CrmVoip.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.Features.Vendas.Tarefas;

/// <summary>The tasks in the sheet of a deal, and of a contact: its own, and those of its deals.</summary>
[DaOrganizacao]
public sealed class TarefasDoRegistroController(CrmDbContext db, OrganizacaoAtual atual, TimeProvider relogio) : Controller
{
    [HttpGet("oportunidades/{id:guid}/tarefas")]
    public async Task<IActionResult> DaOportunidade(Guid id, CancellationToken ct)
    {
        var passo = await db.Oportunidades.Where(o => o.Id == id).Select(o => new PassoDaOportunidade(o.ProximoPasso, o.ProximoPassoEm)).SingleOrDefaultAsync(ct);
        return passo is null
            ? NotFound()
            : PartialView("_TarefasDoRegistro", await db.Tarefas.Where(t => t.OportunidadeId == id).DoRegistroAsync(Agora, ct) with { Passo = passo });
    }

    [HttpGet("contatos/{id:guid}/tarefas")]
    public async Task<IActionResult> DoContato(Guid id, CancellationToken ct)
    {
        if (!await db.Contatos.AnyAsync(c => c.Id == id, ct))
        {
            return NotFound();
        }

        var tarefas = db.Tarefas.Where(t => t.ContatoId == id).Union(db.Oportunidades.Where(o => o.ContatoId == id).SelectMany(o => o.Tarefas));
        return PartialView("_TarefasDoRegistro", await tarefas.DoRegistroAsync(Agora, ct));
    }

    private DateTimeOffset Agora => DiaLocal.NoRelogio(relogio.GetUtcNow(), atual.Exigido.FusoHorario);
}
