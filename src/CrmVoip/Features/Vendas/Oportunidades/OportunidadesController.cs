using CrmVoip.Data;
using CrmVoip.Features.Pessoas.Conta;
using CrmVoip.Features.Vendas.Contatos;
using CrmVoip.Features.Vendas.Edicoes;
using CrmVoip.Features.Vendas.Quadros;
using CrmVoip.Tenancy;
using CrmVoip.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.Features.Vendas.Oportunidades;

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

    /// <param name="id">The opportunity.</param>
    /// <param name="sobre">"funil": open over the board, as it was when the page was left or loaded anew.</param>
    /// <param name="filtro">The filter of that board.</param>
    /// <param name="ler">Reads it.</param>
    /// <param name="ct">Ends with the request.</param>
    [HttpGet("{id:guid}")]
    public async Task<IActionResult> Detalhe(
        Guid id, string? sobre, [FromQuery] FiltroDoQuadro filtro, [FromServices] LerQuadro ler, CancellationToken ct)
    {
        if (await db.DetalheAsync(id, ct) is not { } oportunidade)
        {
            return NotFound();
        }

        if (sobre != "funil" || Request.ParaModal())
        {
            return this.Tela("Detalhe", oportunidade);
        }

        Response.Headers.Append("Vary", "HX-Target");
        Response.Headers.CacheControl = "no-store";
        var quadro = await ler.ExecutarAsync(filtro, ct);
        return View("Index", quadro with { Passos = await PassosAsync(ct), Aberta = oportunidade });
    }

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
        var repetidos = ModelState.IsValid ? await db.JaExistemAsync(form, ct) : [];
        if (!ModelState.IsValid || repetidos.Count > 0)
        {
            this.OferecerNonoDigito(nameof(form.ContatoTelefone), form.ContatoTelefone);
            return this.Tela("Formulario", await db.FormularioAsync(null, form, ct) with { Repetidos = repetidos }, StatusCodes.Status422UnprocessableEntity);
        }

        var id = await criar.ExecutarAsync(form, ct);
        return RedirectToAction(nameof(Detalhe), new { id });
    }

    [HttpGet("{id:guid}/editar")]
    public async Task<IActionResult> Editar(Guid id, CancellationToken ct) =>
        await db.Oportunidades.AsNoTracking().SingleOrDefaultAsync(o => o.Id == id, ct) is { } oportunidade
            ? this.Tela("Formulario", await db.FormularioAsync(id, OportunidadeForm.De(oportunidade), ct))
            : NotFound();

    [HttpPost("{id:guid}/editar")]
    public async Task<IActionResult> Editar(Guid id, OportunidadeForm form, [FromServices] EditarOportunidade editar, CancellationToken ct)
    {
        var repetidos = ModelState.IsValid ? await db.JaExistemAsync(form, ct) : [];
        if (!ModelState.IsValid || repetidos.Count > 0)
        {
            return await db.Oportunidades.AnyAsync(o => o.Id == id, ct)
                ? this.Tela("Formulario", await db.FormularioAsync(id, form, ct) with { Repetidos = repetidos }, StatusCodes.Status422UnprocessableEntity)
                : NotFound();
        }

        var editada = await editar.ExecutarAsync(id, form.Edicao(), ct);
        if (this.RecusouCampo(editada.Recusa))
        {
            return this.Tela("Formulario", await db.FormularioAsync(id, form, ct), StatusCodes.Status422UnprocessableEntity);
        }

        return editada.Recusa is EdicaoEmConflito conflito
            ? await ConflitoAsync(id, form, conflito, ct)
            : this.Responder(editada, _ => RedirectToAction(nameof(Detalhe), new { id }));
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
    private async Task<IActionResult> ConflitoAsync(Guid id, OportunidadeForm form, EdicaoEmConflito conflito, CancellationToken ct)
    {
        var guardada = await db.Oportunidades.AsNoTracking().SingleAsync(o => o.Id == id, ct);
        form.Mostrar(form.Edicao().Sobre(CamposDaOportunidade.De(guardada)));
        form.AbrirSobre(guardada);
        ModelState.Clear();
        this.Oferecer(
            await db.EscolhasAsync(id, atual.UsuarioId, conflito.Campos, ct),
            "Esta oportunidade mudou enquanto você editava. Confira e salve de novo para manter a sua versão.");
        return this.Tela("Formulario", await db.FormularioAsync(id, form, ct), StatusCodes.Status409Conflict);
    }
}
