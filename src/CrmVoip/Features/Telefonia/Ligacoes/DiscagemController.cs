using CrmVoip.Web;
using Microsoft.AspNetCore.Mvc;

namespace CrmVoip.Features.Telefonia.Ligacoes;

/// <summary>Calls that the provider dials: the page's phone asks, and the token stays here.</summary>
[DaOrganizacao]
[Route("ligacoes/{id:guid}")]
[SemTransacao]
public sealed class DiscagemController : Controller
{
    [HttpPost("discar")]
    public async Task<IActionResult> Discar(Guid id, [FromServices] DiscarLigacao discar, CancellationToken ct) => this.Responder(
        await discar.ExecutarAsync(id, ct),
        discagem => StatusCode(discagem.EmAndamento ? StatusCodes.Status202Accepted : StatusCodes.Status200OK, discagem));

    [HttpPost("desligar")]
    public async Task<IActionResult> Desligar(Guid id, [FromServices] DesligarDiscagem desligar, CancellationToken ct) =>
        await desligar.ExecutarAsync(id, ct) is { } recusa ? this.Recusar(recusa) : NoContent();
}
