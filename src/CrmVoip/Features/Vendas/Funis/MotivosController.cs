using CrmVoip.Data;
using CrmVoip.Web;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.Features.Vendas.Funis;

/// <summary>The reasons of loss: named, ordered, archived and restored.</summary>
[DaOrganizacao]
[Route("configuracoes/motivos")]
[Authorize(Policy = Permissoes.ConfigurarFunil)]
public sealed class MotivosController(CrmDbContext db, MudarMotivos mudar) : Controller
{
    private const string Lista = "/configuracoes/motivos";

    [HttpGet("criar")]
    public IActionResult Criar() => Novo(new NomeForm(), StatusCodes.Status200OK);

    [HttpPost("criar")]
    public async Task<IActionResult> Criar(NomeForm form, CancellationToken ct)
    {
        var criado = ModelState.IsValid ? await mudar.IncluirAsync(form.Limpo, ct) : default;
        return !ModelState.IsValid || this.RecusouCampo(criado.Recusa)
            ? Novo(form, StatusCodes.Status422UnprocessableEntity)
            : this.IrPara(ConfiguracoesController.Caminho, $"Motivo “{criado.Valor.Nome}” incluído.");
    }

    [HttpGet("{id:guid}")]
    public async Task<IActionResult> Renomear(Guid id, CancellationToken ct) =>
        await NomeAsync(id, ct) is { } nome ? Renomear(id, nome, new NomeForm { Nome = nome }, StatusCodes.Status200OK) : NotFound();

    [HttpPost("{id:guid}")]
    public async Task<IActionResult> Renomear(Guid id, NomeForm form, CancellationToken ct)
    {
        if (await NomeAsync(id, ct) is not { } nome)
        {
            return NotFound();
        }

        var renomeado = ModelState.IsValid ? await mudar.RenomearAsync(id, form.Limpo, ct) : default;
        return !ModelState.IsValid || this.RecusouCampo(renomeado.Recusa)
            ? Renomear(id, nome, form, StatusCodes.Status422UnprocessableEntity)
            : this.IrPara(ConfiguracoesController.Caminho, $"O motivo agora é “{renomeado.Valor.Nome}”.");
    }

    [HttpPost("{id:guid}/subir")]
    public async Task<IActionResult> Subir(Guid id, CancellationToken ct) => this.Responder(await mudar.MoverAsync(id, antes: true, ct), _ => Voltar());

    [HttpPost("{id:guid}/descer")]
    public async Task<IActionResult> Descer(Guid id, CancellationToken ct) => this.Responder(await mudar.MoverAsync(id, antes: false, ct), _ => Voltar());

    [HttpPost("{id:guid}/arquivar")]
    public async Task<IActionResult> Arquivar(Guid id, CancellationToken ct) => this.Responder(await mudar.ArquivarAsync(id, ct), _ => Voltar());

    [HttpPost("{id:guid}/restaurar")]
    public async Task<IActionResult> Restaurar(Guid id, CancellationToken ct) => this.Responder(await mudar.RestaurarAsync(id, ct), _ => Voltar());

    private LocalRedirectResult Voltar() => LocalRedirect(Request.PathBase + ConfiguracoesController.Caminho);

    private Task<string?> NomeAsync(Guid id, CancellationToken ct) => db.MotivosDePerda.Where(m => m.Id == id).Select(m => (string?)m.Nome).SingleOrDefaultAsync(ct);

    private IActionResult Novo(NomeForm form, int status) => this.Tela("Nome", new NomeDoItem("Novo motivo de perda", "Incluir", $"{Lista}/criar", form), status);

    private IActionResult Renomear(Guid id, string nome, NomeForm form, int status) =>
        this.Tela("Nome", new NomeDoItem($"Renomear “{nome}”", "Salvar", $"{Lista}/{id}", form), status);
}
