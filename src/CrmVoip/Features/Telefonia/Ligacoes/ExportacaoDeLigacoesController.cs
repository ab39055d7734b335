using CrmVoip.Data;
using CrmVoip.Tenancy;
using CrmVoip.Web;
using CrmVoip.Web.Planilhas;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace CrmVoip.Features.Telefonia.Ligacoes;

/// <summary>The list of calls as a file: what its filter shows to who asks, all of it.</summary>
[DaOrganizacao]
[SemTransacao]
[Authorize(Policy = Permissoes.Exportar)]
[Route("ligacoes")]
public sealed class ExportacaoDeLigacoesController(CrmDbContext db, OrganizacaoAtual atual, TimeProvider relogio) : Controller
{
    [HttpGet("exportar")]
    public async Task<IActionResult> Exportar(
        FormatoDaPlanilha formato, FiltroDeLigacoes pedido, [FromServices] LigacoesEmPlanilha ligacoes, [FromServices] ExportarLista exportar, CancellationToken ct)
    {
        var hoje = DiaLocal.De(relogio.GetUtcNow(), atual.Exigido.FusoHorario);
        var escolhas = await db.EmTransacaoAsync(() => db.EscolhasDoFiltroAsync(atual, ct), ct);
        var filtro = escolhas.Conferir(this, pedido, hoje);
        return ModelState.IsValid ? await exportar.ExecutarAsync(HttpContext, formato, ligacoes.Preparar(filtro, escolhas, hoje)) : BadRequest();
    }
}
