using System.Text;
using CrmVoip.Web;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace CrmVoip.Features.Ligacoes;

/// <summary>Where API4COM reports calls. It signs nothing: the secret in the address is the proof.</summary>
[AllowAnonymous]
[IgnoreAntiforgeryToken]
[EnableRateLimiting(Limites.Ganchos)]
[Route("ganchos/api4com/{organizacaoId:guid}/{segredo}")]
public sealed class GanchosController(ReceberGancho receber) : Controller
{
    private const int CorpoMaximo = 64 * 1024;

    [HttpPost("")]
    [RequestSizeLimit(CorpoMaximo)]
    public async Task<IActionResult> Receber(Guid organizacaoId, string segredo, CancellationToken ct)
    {
        using var leitor = new StreamReader(Request.Body, Encoding.UTF8);
        var corpo = await leitor.ReadToEndAsync(ct);
        return await receber.ExecutarAsync(organizacaoId, segredo, corpo, ct) switch
        {
            GanchoRecebido.Desconhecido => NotFound(),
            GanchoRecebido.Ilegivel => BadRequest(),
            _ => NoContent(),
        };
    }
}
