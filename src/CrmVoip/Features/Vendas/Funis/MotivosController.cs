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
    public IActionResult Criar() => this.PedirNome(Novo(new NomeForm()));

    [HttpPost("criar")]
    public Task<IActionResult> Criar(NomeForm form, CancellationToken ct) =>
        this.NomearAsync(Novo(form), nome => mudar.IncluirAsync(nome, ct), m => $"Motivo “{m.Nome}” incluído.");

    [HttpGet("{id:guid}")]
    public async Task<IActionResult> Renomear(Guid id, CancellationToken ct) =>
        await NomeAsync(id, ct) is { } nome ? this.PedirNome(Outro(id, nome, new NomeForm { Nome = nome })) : NotFound();

    [HttpPost("{id:guid}")]
    public async Task<IActionResult> Renomear(Guid id, NomeForm form, CancellationToken ct) =>
        await NomeAsync(id, ct) is { } antes
            ? await this.NomearAsync(Outro(id, antes, form), nome => mudar.RenomearAsync(id, nome, ct), m => $"O motivo agora é “{m.Nome}”.")
            : NotFound();

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

    private static NomeDoItem Novo(NomeForm form) => new("Novo motivo de perda", "Incluir", $"{Lista}/criar", form);

    private static NomeDoItem Outro(Guid id, string nome, NomeForm form) => new($"Renomear “{nome}”", "Salvar", $"{Lista}/{id}", form);
}
