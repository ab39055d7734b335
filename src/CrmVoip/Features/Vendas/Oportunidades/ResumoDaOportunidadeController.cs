using CrmVoip.Data;
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
        if (await db.Oportunidades.SingleOrDefaultAsync(o => o.Id == id, ct) is not { } oportunidade)
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return Mostrar(await DetalheAsync(id, ct) with { Resumo = form }, StatusCodes.Status422UnprocessableEntity);
        }

        if (!form.Conciliar(ResumoForm.De(oportunidade)) || !await editar.ExecutarAsync(oportunidade, form, ct))
        {
            return await RecusarAsync(id, form, ct);
        }

        ModelState.Clear();
        if (form.Recusado)
        {
            return Mostrar(await DetalheAsync(id, ct), StatusCodes.Status200OK);
        }

        Response.Headers["HX-Reswap"] = "none";
        return PartialView("_ResumoGuardado", await DetalheAsync(id, ct));
    }

    private async Task<IActionResult> RecusarAsync(Guid id, ResumoForm form, CancellationToken ct)
    {
        var detalhe = await DetalheAsync(id, ct);
        var escolhas = await db.EscolhasAsync(id, atual.UsuarioId, form.Disputados(detalhe.Resumo), ct);
        form.Versao = detalhe.Resumo.Versao;
        form.Antes = form.Antes.Keys.ToDictionary(campo => campo, campo => (string?)detalhe.Resumo.Texto(campo));
        ModelState.Clear();
        this.Oferecer(escolhas, "Esta oportunidade mudou agora há pouco. Confira e mude de novo para manter a sua versão.");
        return Mostrar(detalhe with { Resumo = form }, StatusCodes.Status409Conflict);
    }

    private async Task<DetalheDaOportunidade> DetalheAsync(Guid id, CancellationToken ct) => (await db.DetalheAsync(id, ct))!;

    private PartialViewResult Mostrar(DetalheDaOportunidade detalhe, int status)
    {
        var fragmento = PartialView("_ResumoSalvo", detalhe);
        fragmento.StatusCode = status;
        return fragmento;
    }
}
