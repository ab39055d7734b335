using CrmVoip.Data;
using CrmVoip.Domain;
using CrmVoip.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.Features.Vendas.Oportunidades;

/// <summary>Moves an opportunity to another stage.</summary>
[DaOrganizacao]
[Route("oportunidades/{id:guid}/etapa")]
public sealed class EtapaDaOportunidadeController(CrmDbContext db, PosicionarOportunidade posicionar, Auditoria auditoria) : Controller
{
    [HttpPost("")]
    public async Task<IActionResult> Editar(Guid id, Guid etapaId, CancellationToken ct)
    {
        await db.TravarOportunidadeAsync(id, ct);
        var oportunidade = await db.Oportunidades.Include(o => o.Etapa).SingleOrDefaultAsync(o => o.Id == id, ct);
        var destino = await db.Etapas.AsNoTracking().SingleOrDefaultAsync(e => e.Id == etapaId, ct);
        if (oportunidade is null || destino is null)
        {
            return NotFound();
        }

        if (oportunidade.EtapaId != destino.Id)
        {
            var dados = new { de = oportunidade.Etapa!.Nome, para = destino.Nome };
            auditoria.Registrar(Acoes.OportunidadeMovida, "oportunidades", id, id, dados);
            await posicionar.NoTopoAsync(oportunidade, destino.Id, ct);
        }

        return RedirectToAction(nameof(OportunidadesController.Detalhe), "Oportunidades", new { id });
    }
}
