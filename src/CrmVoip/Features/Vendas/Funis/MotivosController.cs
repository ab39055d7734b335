using CrmVoip.Data;
using CrmVoip.Domain;
using CrmVoip.Web;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.Features.Vendas.Funis;

/// <summary>The reasons of loss: named, ordered, archived and restored.</summary>
[DaOrganizacao]
[Route("configuracoes/motivos")]
[Authorize(Policy = Permissoes.ConfigurarFunil)]
public sealed class MotivosController(CrmDbContext db, MudarMotivos mudar) : ArquivaveisController<MotivoDePerda, MudarMotivos>(mudar)
{
    private const string Lista = "/configuracoes/motivos";

    [HttpGet("criar")]
    public IActionResult Criar() => this.PedirNome(Novo(new NomeForm()));

    [HttpPost("criar")]
    public Task<IActionResult> Criar(NomeForm form, CancellationToken ct) =>
        this.NomearAsync(Novo(form), nome => Mudar.IncluirAsync(nome, ct), m => $"Motivo “{m.Nome}” incluído.");

    [HttpGet("{id:guid}")]
    public async Task<IActionResult> Renomear(Guid id, CancellationToken ct) =>
        await NomeAsync(id, ct) is { } nome ? this.PedirNome(Outro(id, nome, new NomeForm { Nome = nome })) : NotFound();

    [HttpPost("{id:guid}")]
    public async Task<IActionResult> Renomear(Guid id, NomeForm form, CancellationToken ct) =>
        await NomeAsync(id, ct) is { } antes
            ? await this.NomearAsync(Outro(id, antes, form), nome => Mudar.RenomearAsync(id, nome, ct), m => $"O motivo agora é “{m.Nome}”.")
            : NotFound();

    private Task<string?> NomeAsync(Guid id, CancellationToken ct) => db.MotivosDePerda.Where(m => m.Id == id).Select(m => (string?)m.Nome).SingleOrDefaultAsync(ct);

    private static NomeDoItem Novo(NomeForm form) => new("Novo motivo de perda", "Incluir", $"{Lista}/criar", form);

    private static NomeDoItem Outro(Guid id, string nome, NomeForm form) => new($"Renomear “{nome}”", "Salvar", $"{Lista}/{id}", form);
}
