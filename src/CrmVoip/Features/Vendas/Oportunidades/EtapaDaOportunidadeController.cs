using CrmVoip.Web;
using Microsoft.AspNetCore.Mvc;

namespace CrmVoip.Features.Vendas.Oportunidades;

/// <summary>Moves an opportunity to another stage.</summary>
[DaOrganizacao]
[Route("oportunidades/{id:guid}/etapa")]
public sealed class EtapaDaOportunidadeController(MoverOportunidade mover) : Controller
{
    [HttpPost("")]
    public async Task<IActionResult> Editar(Guid id, Guid etapaId, CancellationToken ct) => this.Responder(
        await mover.ExecutarAsync(id, new Movimento(etapaId), ct),
        _ => RedirectToAction(nameof(OportunidadesController.Detalhe), "Oportunidades", new { id }));
}
