using CrmVoip.Data;
using CrmVoip.Features.Shared;
using CrmVoip.Features.Vendas.Quadros;
using CrmVoip.Tenancy;
using CrmVoip.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.Features.Oportunidades;

/// <summary>The board, and an opportunity's details and form: as pages, or as the dialog's fragment.</summary>
[DaOrganizacao]
[Route("oportunidades")]
public sealed class OportunidadesController(CrmDbContext db, OrganizacaoAtual atual) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index([FromQuery] FiltroDoQuadro filtro, [FromServices] LerQuadro ler, CancellationToken ct)
    {
        // The cards' addresses are relative to this one.
        if (Request.Path.Value is [.., '/'] caminho)
        {
            return LocalRedirect($"{Request.PathBase}{caminho.TrimEnd('/')}{Request.QueryString}");
        }

        var quadro = await ler.ExecutarAsync(filtro, ct);
        return View(quadro with { Passos = await PassosAsync(ct) });
    }

    [HttpGet("{id:guid}")]
    public async Task<IActionResult> Detalhe(Guid id, CancellationToken ct) =>
        await db.DetalheAsync(id, ct) is { } oportunidade ? this.Tela("Detalhe", oportunidade) : NotFound();

    [HttpGet("criar")]
    public async Task<IActionResult> Criar(Guid? etapaId, Guid? contatoId, string? contato, CancellationToken ct)
    {
        var form = new OportunidadeForm { ResponsavelId = atual.UsuarioId, EtapaId = etapaId, ContatoId = contatoId };
        // What was chosen before a search is not what it finds.
        ModelState.Remove(nameof(form.ContatoId));
        return this.Tela("Formulario", await db.FormularioAsync(null, form, contato, ct));
    }

    [HttpPost("criar")]
    public async Task<IActionResult> Criar(OportunidadeForm form, [FromServices] CriarOportunidade criar, CancellationToken ct)
    {
        if (!ModelState.IsValid)
        {
            return this.Tela("Formulario", await db.FormularioAsync(null, form, ct), StatusCodes.Status422UnprocessableEntity);
        }

        var id = await criar.ExecutarAsync(form, ct);
        return RedirectToAction(nameof(Detalhe), new { id });
    }

    [HttpGet("{id:guid}/editar")]
    public async Task<IActionResult> Editar(Guid id, CancellationToken ct) =>
        await db.FormDaOportunidadeAsync(id, ct) is { } form ? this.Tela("Formulario", await db.FormularioAsync(id, form, ct)) : NotFound();

    [HttpPost("{id:guid}/editar")]
    public async Task<IActionResult> Editar(Guid id, OportunidadeForm form, [FromServices] EditarOportunidade editar, CancellationToken ct)
    {
        if (await db.Oportunidades.SingleOrDefaultAsync(o => o.Id == id, ct) is not { } oportunidade)
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return this.Tela("Formulario", await db.FormularioAsync(id, form, ct), StatusCodes.Status422UnprocessableEntity);
        }

        if (!await editar.ExecutarAsync(oportunidade, form, ct))
        {
            return await ConflitoAsync(id, form, ct);
        }

        return RedirectToAction(nameof(Detalhe), new { id });
    }

    private async Task<PrimeirosPassos?> PassosAsync(CancellationToken ct)
    {
        if (PrimeirosPassos.Dispensados(Request, atual.UsuarioIdExigido))
        {
            return null;
        }

        var passos = await db.PrimeirosPassosAsync(atual.UsuarioIdExigido, ct);
        if (passos.Completos)
        {
            PrimeirosPassos.Dispensar(HttpContext, atual.UsuarioIdExigido);
        }

        return passos;
    }

    // What was typed stays; the version is the new one, so that a second "Salvar" is a decision.
    private async Task<IActionResult> ConflitoAsync(Guid id, OportunidadeForm form, CancellationToken ct)
    {
        form.Versao = await db.Oportunidades.Where(o => o.Id == id).Select(o => o.Versao).SingleAsync(ct);
        ModelState.Remove(nameof(form.Versao));
        ModelState.AddModelError("", "Outra pessoa alterou esta oportunidade enquanto você editava. Confira e salve de novo para manter a sua versão.");
        return this.Tela("Formulario", await db.FormularioAsync(id, form, ct), StatusCodes.Status409Conflict);
    }
}
