using CrmVoip.Data;
using CrmVoip.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.Features.Oportunidades;

/// <summary>The tab "Resumo", edited in place.</summary>
[DaOrganizacao]
[Route("oportunidades/{id:guid}/resumo")]
public sealed class ResumoDaOportunidadeController(CrmDbContext db) : Controller
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
            return await MostrarAsync(id, form, StatusCodes.Status422UnprocessableEntity, ct);
        }

        if (!form.Conciliar((await db.DetalheAsync(id, ct))!.Resumo) || !await editar.ExecutarAsync(oportunidade, form, ct))
        {
            return await RecusarAsync(id, form, ct);
        }

        ModelState.Clear();
        if (form.Recusado)
        {
            return await MostrarAsync(id, null, StatusCodes.Status200OK, ct);
        }

        Response.Headers["HX-Reswap"] = "none";
        return PartialView("_ResumoGuardado", (await db.DetalheAsync(id, ct))!);
    }

    private async Task<IActionResult> RecusarAsync(Guid id, ResumoForm form, CancellationToken ct)
    {
        var guardado = (await db.DetalheAsync(id, ct))!.Resumo;
        form.Versao = guardado.Versao;
        form.Antes = form.Antes.Keys.ToDictionary(campo => campo, campo => (string?)guardado.Texto(campo));
        ModelState.Clear();
        ModelState.AddModelError("", "Outra pessoa alterou esta oportunidade agora há pouco. Confira e mude de novo para manter a sua versão.");
        return await MostrarAsync(id, form, StatusCodes.Status409Conflict, ct);
    }

    private async Task<IActionResult> MostrarAsync(Guid id, ResumoForm? digitado, int status, CancellationToken ct)
    {
        var detalhe = (await db.DetalheAsync(id, ct))!;
        var fragmento = PartialView("_ResumoSalvo", detalhe with { Resumo = digitado ?? detalhe.Resumo });
        fragmento.StatusCode = status;
        return fragmento;
    }
}
