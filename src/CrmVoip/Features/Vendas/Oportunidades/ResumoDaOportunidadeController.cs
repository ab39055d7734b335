using CrmVoip.Data;
using CrmVoip.Features.Vendas.Edicoes;
using CrmVoip.Tenancy;
using CrmVoip.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.Features.Vendas.Oportunidades;

/// <summary>The tab "Resumo", edited in place.</summary>
[DaOrganizacao]
[Route("oportunidades/{id:guid}/resumo")]
public sealed class ResumoDaOportunidadeController(CrmDbContext db, OrganizacaoAtual atual) : Controller
{
    [HttpPost("")]
    public async Task<IActionResult> Editar(Guid id, ResumoForm form, [FromServices] EditarOportunidade editar, CancellationToken ct)
    {
        if (!ModelState.IsValid)
        {
            return await db.DetalheAsync(id, ct) is { } detalhe
                ? Mostrar(detalhe with { Resumo = form }, StatusCodes.Status422UnprocessableEntity)
                : NotFound();
        }

        var editada = await editar.ExecutarAsync(id, form.Edicao(), ct);
        if (this.RecusouCampo(editada.Recusa))
        {
            return Mostrar(await DetalheAsync(id, ct) with { Resumo = form }, StatusCodes.Status422UnprocessableEntity);
        }

        if (editada.Recusa is { } recusa)
        {
            return recusa is EdicaoEmConflito conflito ? await ConflitoAsync(id, form, conflito, ct) : this.Recusar(recusa);
        }

        ModelState.Clear();
        if (form.Recusado)
        {
            return Mostrar(await DetalheAsync(id, ct), StatusCodes.Status200OK);
        }

        Response.Headers["HX-Reswap"] = "none";
        var guardado = await DetalheAsync(id, ct);
        return PartialView("_ResumoGuardado", new ResumoGuardado(guardado, form.PassoFicouDepois(guardado.Resumo)));
    }

    private async Task<IActionResult> ConflitoAsync(Guid id, ResumoForm form, EdicaoEmConflito conflito, CancellationToken ct)
    {
        var guardada = await db.Oportunidades.AsNoTracking().SingleAsync(o => o.Id == id, ct);
        form.Mostrar(form.Edicao().Sobre(CamposDaOportunidade.De(guardada)));
        form.AbrirSobre(guardada);
        ModelState.Clear();
        this.Oferecer(
            await db.EscolhasAsync(id, atual.UsuarioId, conflito.Campos, ct),
            "Esta oportunidade mudou agora há pouco. Confira e mude de novo para manter a sua versão.");
        return Mostrar(await DetalheAsync(id, ct) with { Resumo = form }, StatusCodes.Status409Conflict);
    }

    private async Task<DetalheDaOportunidade> DetalheAsync(Guid id, CancellationToken ct) => (await db.DetalheAsync(id, ct))!;

    private PartialViewResult Mostrar(DetalheDaOportunidade detalhe, int status)
    {
        var fragmento = PartialView("_ResumoSalvo", detalhe);
        fragmento.StatusCode = status;
        return fragmento;
    }
}
