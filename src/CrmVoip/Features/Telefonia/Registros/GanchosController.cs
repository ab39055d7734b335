using System.Text;
using CrmVoip.Web.Entrada;
using CrmVoip.Web.Limites;
using CrmVoip.Work;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace CrmVoip.Features.Telefonia.Registros;

/// <summary>Where API4COM reports calls. It signs nothing: the secret in the address is the proof.</summary>
[AllowAnonymous]
[IgnoreAntiforgeryToken]
[Route("ganchos/api4com/{organizacaoId:guid}/{segredo}")]
public sealed class GanchosController(ReceberGancho receber, Semeador semeador, Limitador limitador) : Controller
{
    private const int CorpoMaximo = 64 * 1024;

    [HttpPost("")]
    [LeOProprioCorpo]
    public async Task<IActionResult> Receber(Guid organizacaoId, string segredo, CancellationToken ct)
    {
        var corpo = await LerAsync(ct);
        var recebido = await receber.ExecutarAsync(organizacaoId, segredo, corpo, ct);
        if (recebido == GanchoRecebido.Guardado)
        {
            // Somebody who only has a desk phone enters by this door alone.
            Response.OnCompleted(() => semeador.PassarAsync(organizacaoId));
        }

        return recebido switch
        {
            GanchoRecebido.Desconhecido => await DesconhecidoAsync(),
            GanchoRecebido.Ilegivel => BadRequest(),
            GanchoRecebido.Grande => StatusCode(StatusCodes.Status413PayloadTooLarge),
            _ => NoContent(),
        };
    }

    private async Task<IActionResult> DesconhecidoAsync()
    {
        if (await limitador.ContarAsync(TabelaDeLimites.SegredoDoGancho, HttpContext) is not { } espera)
        {
            return NotFound();
        }

        LimitesMiddleware.Esperar(Response, espera);
        return StatusCode(StatusCodes.Status429TooManyRequests);
    }

    // Some writers of JSON begin with a byte order mark, which is none of it.
    private static ReadOnlySpan<byte> SemMarca(ReadOnlySpan<byte> corpo) =>
        corpo.StartsWith(Encoding.UTF8.Preamble) ? corpo[Encoding.UTF8.Preamble.Length..] : corpo;

    // Null when it is too big, which only who knows the secret is told.
    private async Task<string?> LerAsync(CancellationToken ct)
    {
        var bytes = new byte[CorpoMaximo + 1];
        try
        {
            var lidos = await Request.Body.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, ct);
            return lidos > CorpoMaximo ? null : Encoding.UTF8.GetString(SemMarca(bytes.AsSpan(0, lidos)));
        }
        catch (BadHttpRequestException grande) when (grande.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return null;
        }
    }
}
