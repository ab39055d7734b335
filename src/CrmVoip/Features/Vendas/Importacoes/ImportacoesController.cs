using CrmVoip.Data;
using CrmVoip.Domain.Importacoes;
using CrmVoip.Web;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.Features.Vendas.Importacoes;

public sealed record ItemDeImportacao(Importacao Importacao, string Quem);

public sealed record TelaDasImportacoes(Folha<ItemDeImportacao> Folha);

/// <summary>Spreadsheets that became contacts, and the beginning of another one.</summary>
[DaOrganizacao]
[Route("importacoes")]
[Authorize(Policy = Permissoes.Importar)]
public sealed class ImportacoesController(CrmDbContext db) : Controller
{
    private const long CorpoMaximo = ArquivoRecebido.Maximo + (1024 * 1024);

    [HttpGet("")]
    public async Task<IActionResult> Index(string? antes, CancellationToken ct)
    {
        var lidas = await db.Importacoes.AsNoTracking()
            .MaisAntigasQue(Marco.Ler(antes), i => i.CriadaEm, i => i.Id)
            .Take(FolhaExtensions.Linhas + 1)
            .Select(i => new ItemDeImportacao(i, i.Usuario!.Nome))
            .ToListAsync(ct);
        return View(new TelaDasImportacoes(lidas.EmFolha(i => new Marco(i.Importacao.CriadaEm, i.Importacao.Id))));
    }

    [HttpGet("criar")]
    public IActionResult Criar() => View("Criar", new NovaImportacaoForm());

    /// <param name="form">What was pasted.</param>
    /// <param name="arquivo">The file; it goes before what was pasted.</param>
    /// <param name="receber">Keeps the rows.</param>
    /// <param name="ct">Ends with the request.</param>
    [HttpPost("criar")]
    [SemTransacao]
    [RequestSizeLimit(CorpoMaximo)]
    [RequestFormLimits(MultipartBodyLengthLimit = CorpoMaximo)]
    public async Task<IActionResult> Criar(NovaImportacaoForm form, IFormFile? arquivo, [FromServices] ReceberPlanilha receber, CancellationToken ct)
    {
        if (ModelState.IsValid && arquivo is null && string.IsNullOrWhiteSpace(form.Texto))
        {
            ModelState.AddModelError(nameof(form.Texto), "Escolha um arquivo ou cole as linhas.");
        }

        if (arquivo?.Length > ArquivoRecebido.Maximo)
        {
            ModelState.AddModelError(nameof(arquivo), "O arquivo passa de 20 MB. Divida em arquivos menores.");
        }

        if (!ModelState.IsValid)
        {
            return DeNovo(form);
        }

        using var conteudo = arquivo?.OpenReadStream();
        var recebida = conteudo is null
            ? await receber.ExecutarAsync(() => ArquivoRecebido.DeTexto(form.Texto!), nameof(form.Texto), ct)
            : await receber.ExecutarAsync(() => ArquivoRecebido.DeArquivo(arquivo!.FileName, conteudo), nameof(arquivo), ct);
        return ModelState.Recusou(recebida.Recusa) ? DeNovo(form) : RedirectToAction(nameof(Detalhe), new { recebida.Valor.Id });
    }

    /// <param name="id">The import.</param>
    /// <param name="destino">Only rows that this became of.</param>
    /// <param name="depois">Only rows after the one of this number.</param>
    /// <param name="ct">Ends with the request.</param>
    [HttpGet("{id:guid}")]
    public async Task<IActionResult> Detalhe(Guid id, DestinoDaLinha? destino, int? depois, CancellationToken ct)
    {
        if (await db.ImportacaoAsync(id, ct) is not { } importacao)
        {
            return NotFound();
        }

        Response.Headers.CacheControl = "no-store";
        return importacao.Estado == EstadoDaImportacao.Rascunho
            ? View("Colunas", await db.ColunasAsync(importacao, ColunasForm.De(importacao), ct))
            : View("Detalhe", await db.TelaAsync(importacao, destino, depois, ct));
    }

    private ViewResult DeNovo(NovaImportacaoForm form)
    {
        var pagina = View("Criar", form);
        pagina.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return pagina;
    }
}
