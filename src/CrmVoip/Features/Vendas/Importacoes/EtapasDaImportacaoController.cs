using CrmVoip.Data;
using CrmVoip.Tenancy;
using CrmVoip.Web;
using CrmVoip.Web.Entrada;
using CrmVoip.Web.Planilhas;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace CrmVoip.Features.Vendas.Importacoes;

/// <summary>What leads an import from one phase to the next.</summary>
[DaOrganizacao]
[Route("importacoes/{id:guid}")]
[Authorize(Policy = Permissoes.Importar)]
public sealed class EtapasDaImportacaoController(CrmDbContext db, OrganizacaoAtual atual, MudarImportacao mudar) : Controller
{
    [HttpGet("colunas")]
    public async Task<IActionResult> Colunas(Guid id, CancellationToken ct) => await db.ImportacaoAsync(id, ct) switch
    {
        null => NotFound(),
        { EmPreparo: true } importacao => View("Colunas", await db.ColunasAsync(importacao, ColunasForm.De(importacao), ct)),
        _ => Volta(id),
    };

    [HttpPost("colunas")]
    public async Task<IActionResult> Colunas(Guid id, ColunasForm form, CancellationToken ct)
    {
        if (ModelState.IsValid)
        {
            return Depois(id, await mudar.AnalisarAsync(id, form, ct));
        }

        if (await db.ImportacaoAsync(id, ct) is not { } importacao)
        {
            return NotFound();
        }

        var pagina = View("Colunas", await db.ColunasAsync(importacao, form, ct));
        pagina.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return pagina;
    }

    [HttpPost("importar")]
    public async Task<IActionResult> Importar(Guid id, CancellationToken ct) => Depois(id, await mudar.ImportarAsync(id, ct));

    [HttpPost("descartar")]
    public async Task<IActionResult> Descartar(Guid id, CancellationToken ct) =>
        await mudar.DescartarAsync(id, ct) is { } recusa ? this.RecusarComAviso(recusa) : this.IrPara("/importacoes", "Importação descartada.");

    [HttpGet("desfazer")]
    public async Task<IActionResult> Desfazer(Guid id, CancellationToken ct) => await db.ImportacaoAsync(id, ct) switch
    {
        null => NotFound(),
        { PodeDesfazer: true } importacao => this.Tela("Confirmacao", new Confirmacao(
            "Desfazer a importação?",
            $"{FrasesDaImportacao.Contatos(importacao.Criadas)} que vieram de “{importacao.Nome}” serão removidos. Ficam os que alguém alterou depois, ou que já têm ligação, oportunidade, tarefa ou nota, e os que a importação só completou.",
            "Desfazer a importação",
            $"/importacoes/{id}/desfazer",
            $"/importacoes/{id}")),
        _ => Volta(id),
    };

    [HttpPost("desfazer")]
    public async Task<IActionResult> DesfazerAgora(Guid id, CancellationToken ct) =>
        await mudar.DesfazerAsync(id, ct) is { } recusa ? this.RecusarComAviso(recusa) : this.IrPara($"/importacoes/{id}", "Desfazendo a importação.");

    /// <summary>The refused rows as they came, with why, to be mended and sent again.</summary>
    [HttpGet("recusadas")]
    [SemTransacao]
    public async Task<IActionResult> Recusadas(Guid id, [FromServices] RecusadasEmPlanilha recusadas, CancellationToken ct)
    {
        if (await db.EmTransacaoAsync(() => db.ImportacaoAsync(id, ct), ct) is not { } importacao)
        {
            return NotFound();
        }

        Response.ContentType = FormatoDaPlanilha.Csv.TipoDeConteudo();
        Response.Headers.CacheControl = "no-store";
        Response.Headers.ContentDisposition = $"attachment; filename=\"linhas-com-erro-{atual.Exigido.Slug}.csv\"";
        if (!HttpContext.SoCabecalhos())
        {
            await recusadas.EscreverAsync(importacao, Response.Body, ct);
        }

        return new EmptyResult();
    }

    private IActionResult Depois(Guid id, Recusa? recusa) => recusa is null ? Volta(id) : this.RecusarComAviso(recusa);

    private LocalRedirectResult Volta(Guid id) => LocalRedirect($"{Request.PathBase}/importacoes/{id}");
}
