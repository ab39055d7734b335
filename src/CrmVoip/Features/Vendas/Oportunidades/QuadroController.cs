using CrmVoip.Data;
using CrmVoip.Features.Vendas.Quadros;
using CrmVoip.Tenancy;
using CrmVoip.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.Features.Vendas.Oportunidades;

/// <summary>What the board asks for after it was drawn: further cards of a stage, a card in another place, a new card in a stage.</summary>
[DaOrganizacao]
[Route("oportunidades")]
public sealed class QuadroController(CrmDbContext db, OrganizacaoAtual atual, LerQuadro ler, TotaisDoQuadro totais, TimeProvider relogio) : Controller
{
    /// <param name="etapaId">The stage.</param>
    /// <param name="depois">Position of the last card shown; empty for the first cards.</param>
    /// <param name="filtro">The board's filter.</param>
    /// <param name="ct">Ends with the request.</param>
    [HttpGet("etapas/{etapaId:guid}/cartoes")]
    public async Task<IActionResult> Cartoes(Guid etapaId, string? depois, [FromQuery] FiltroDoQuadro filtro, CancellationToken ct)
    {
        if (!await db.Etapas.AnyAsync(e => e.Id == etapaId, ct))
        {
            return NotFound();
        }

        Response.Headers.CacheControl = "no-store";
        return PartialView("_Cartoes", await ler.LoteAsync(etapaId, TextoDeBusca.Limpar(depois), filtro, ct));
    }

    [HttpPost("{id:guid}/posicao")]
    public async Task<IActionResult> Mover(
        Guid id, [FromBody] MoverForm form, [FromQuery] FiltroDoQuadro filtro, [FromServices] MoverOportunidade mover, CancellationToken ct)
    {
        // A filter nobody can read: what the board would be told to show is not known.
        if (!ModelState.IsValid)
        {
            return BadRequest();
        }

        var movida = await mover.ExecutarAsync(id, form.Movimento, ct);
        if (movida.Recusa is { } recusa)
        {
            return this.Recusar(recusa);
        }

        var (posicao, anterior) = movida.Valor;
        return Json(new CartaoMovido(posicao, await totais.LerAsync([anterior, form.EtapaId], filtro, relogio.GetUtcNow(), ct)));
    }

    [HttpGet("etapas/{etapaId:guid}/rapida")]
    public async Task<IActionResult> Rapida(Guid etapaId, [FromQuery] FiltroDoQuadro filtro, CancellationToken ct) =>
        await db.Etapas.AnyAsync(e => e.Id == etapaId, ct) ? PartialView("_Rapida", new CriacaoRapida(Vazia(etapaId), filtro)) : NotFound();

    /// <summary>Creates from the foot of a column. The answer is the form for the next one, and the new card beside it.</summary>
    [HttpPost("rapida")]
    public async Task<IActionResult> Rapida(
        [FromForm] OportunidadeForm form, [FromQuery] FiltroDoQuadro filtro, [FromServices] CriarOportunidade criar, CancellationToken ct)
    {
        var repetidos = ModelState.IsValid ? await db.JaExistemAsync(form, ct) : [];
        if (!ModelState.IsValid || form.EtapaId is not { } etapaId || repetidos.Count > 0)
        {
            var recusada = PartialView("_Rapida", new CriacaoRapida(form, filtro) { Repetidos = repetidos });
            recusada.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return recusada;
        }

        var criada = await ler.SoAsync(etapaId, await criar.ExecutarAsync(form, ct), filtro, ct);
        var novos = await totais.LerAsync([etapaId], filtro, relogio.GetUtcNow(), ct);
        ModelState.Clear();
        if (criada.Cartoes.Count == 0)
        {
            this.Avisar("Oportunidade criada. O filtro atual não a mostra.");
        }

        Response.Headers["HX-Trigger-After-Settle"] = "dados-alterados";
        return PartialView("_Rapida", new CriacaoRapida(Vazia(etapaId), filtro, criada, novos[0]));
    }

    private OportunidadeForm Vazia(Guid etapaId) => new() { EtapaId = etapaId, ResponsavelId = atual.UsuarioId };
}
