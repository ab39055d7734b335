using CrmVoip.Data;
using CrmVoip.Web;
using Microsoft.AspNetCore.Mvc;

namespace CrmVoip.Features.Vendas.Contatos;

/// <summary>The form of a contact that does not exist yet, beside those that have its number.</summary>
public sealed record NovoContatoTela(NovoContatoForm Form, IReadOnlyList<ContatoRepetido> Repetidos);

/// <summary>The list of contacts, and the sheet of one: as pages, or as the dialog's fragment.</summary>
[DaOrganizacao]
[Route("contatos")]
public sealed class ContatosController(CrmDbContext db) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index([FromQuery] FiltroDosContatos filtro, [FromServices] ListarContatos listar, CancellationToken ct) =>
        View(await listar.ExecutarAsync(filtro, ct));

    [HttpGet("{id:guid}")]
    public async Task<IActionResult> Detalhe(Guid id, CancellationToken ct) =>
        await db.FichaAsync(id, ct) is { } ficha ? this.Tela("Detalhe", ficha) : NotFound();

    [HttpGet("criar")]
    public IActionResult Criar() => this.Tela("Formulario", new NovoContatoTela(new NovoContatoForm(), []));

    [HttpPost("criar")]
    public async Task<IActionResult> Criar(NovoContatoForm form, [FromServices] CriarContato criar, CancellationToken ct)
    {
        var repetidos = ModelState.IsValid && !form.MesmoAssim ? await db.RepetidosAsync(form.Telefone, ct) : [];
        if (!ModelState.IsValid || repetidos.Count > 0)
        {
            this.OferecerNonoDigito(nameof(form.Telefone), form.Telefone);
            return this.Tela("Formulario", new NovoContatoTela(form, repetidos), StatusCodes.Status422UnprocessableEntity);
        }

        var contato = await criar.ExecutarAsync(form.Novo, ct);
        return RedirectToAction(nameof(Detalhe), new { contato.Id });
    }
}
