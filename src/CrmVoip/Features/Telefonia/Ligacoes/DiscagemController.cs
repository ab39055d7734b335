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
    public async Task<IActionResult> Discar(Guid id, [FromServices] DiscarLigacao discar, CancellationToken ct)
    {
        var (pedida, recusa) = await discar.ExecutarAsync(id, ct);
        return (pedida, recusa) switch
        {
            ({ } discagem, _) => StatusCode(discagem.EmAndamento ? StatusCodes.Status202Accepted : StatusCodes.Status200OK, discagem),
            (_, { } motivo) => this.Recusar(motivo),
            _ => NotFound(),
        };
    }

    [HttpPost("desligar")]
    public async Task<IActionResult> Desligar(Guid id, [FromServices] DesligarDiscagem desligar, CancellationToken ct)
    {
        var (existe, recusa) = await desligar.ExecutarAsync(id, ct);
        return !existe ? NotFound() : recusa is null ? NoContent() : this.Recusar(recusa);
    }
}
