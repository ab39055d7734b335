using CrmVoip.Features.Vendas.Contatos;
using CrmVoip.Features.Vendas.Oportunidades;
using CrmVoip.Web;
using CrmVoip.Web.Planilhas;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace CrmVoip.Features.Vendas.Exportacao;

/// <summary>The lists of this room as files: what their filters show, all of it.</summary>
[DaOrganizacao]
[SemTransacao]
[Authorize(Policy = Permissoes.Exportar)]
public sealed class ExportacaoController(ExportarLista exportar) : Controller
{
    [HttpGet("contatos/exportar")]
    public async Task<IActionResult> Contatos(FormatoDaPlanilha formato, [FromQuery] FiltroDosContatos filtro, [FromServices] ContatosEmPlanilha contatos) =>
        ModelState.IsValid ? await exportar.ExecutarAsync(HttpContext, formato, contatos.Preparar(filtro)) : BadRequest();

    [HttpGet("oportunidades/exportar")]
    public async Task<IActionResult> Oportunidades(
        FormatoDaPlanilha formato, [FromQuery] FiltroDoQuadro filtro, [FromServices] OportunidadesEmPlanilha oportunidades, CancellationToken ct) =>
        ModelState.IsValid ? await exportar.ExecutarAsync(HttpContext, formato, await oportunidades.PrepararAsync(filtro, ct)) : BadRequest();
}
