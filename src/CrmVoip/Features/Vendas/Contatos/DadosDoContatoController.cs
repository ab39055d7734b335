using CrmVoip.Data;
using CrmVoip.Features.Vendas.Edicoes;
using CrmVoip.Tenancy;
using CrmVoip.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.Features.Vendas.Contatos;

/// <summary>What is known of a contact, edited in place.</summary>
[DaOrganizacao]
[Route("contatos/{id:guid}/dados")]
public sealed class DadosDoContatoController(CrmDbContext db, OrganizacaoAtual atual) : Controller
{
    [HttpPost("")]
    public async Task<IActionResult> Editar(Guid id, ContatoForm form, [FromServices] EditarContato editar, CancellationToken ct)
    {
        if (!ModelState.IsValid)
        {
            return await db.FichaAsync(id, ct) is { } ficha
                ? Mostrar(ficha with { Dados = form }, StatusCodes.Status422UnprocessableEntity)
                : NotFound();
        }

        var editado = await editar.ExecutarAsync(id, form.Edicao(), ct);
        if (editado.Recusa is { } recusa)
        {
            return recusa is EdicaoEmConflito conflito ? await ConflitoAsync(id, form, conflito, ct) : this.Recusar(recusa);
        }

        ModelState.Clear();
        if (!Request.EhDeScript())
        {
            return RedirectToAction(nameof(ContatosController.Detalhe), "Contatos", new { id });
        }

        if (form.Recusado)
        {
            return Mostrar(await FichaAsync(id, ct), StatusCodes.Status200OK);
        }

        Response.Headers["HX-Reswap"] = "none";
        return PartialView("_DadosGuardados", await FichaAsync(id, ct));
    }

    private async Task<IActionResult> ConflitoAsync(Guid id, ContatoForm form, EdicaoEmConflito conflito, CancellationToken ct)
    {
        var guardado = await db.Contatos.AsNoTracking().SingleAsync(c => c.Id == id, ct);
        form.Mostrar(form.Edicao().Sobre(CamposDoContato.De(guardado)));
        form.AbrirSobre(guardado);
        ModelState.Clear();
        this.Oferecer(
            await db.EscolhasDoContatoAsync(id, atual.UsuarioId, conflito.Campos, ct),
            "Este contato mudou agora há pouco. Confira e mude de novo para manter a sua versão.");
        return Mostrar(await FichaAsync(id, ct) with { Dados = form }, StatusCodes.Status409Conflict);
    }

    private async Task<FichaDoContato> FichaAsync(Guid id, CancellationToken ct) => (await db.FichaAsync(id, ct))!;

    private PartialViewResult Mostrar(FichaDoContato ficha, int status)
    {
        var fragmento = PartialView("_Dados", ficha);
        fragmento.StatusCode = status;
        return fragmento;
    }
}
