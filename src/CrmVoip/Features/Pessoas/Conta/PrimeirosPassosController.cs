using CrmVoip.Data;
using CrmVoip.Tenancy;
using CrmVoip.Web;
using Microsoft.AspNetCore.Mvc;

namespace CrmVoip.Features.Pessoas.Conta;

/// <summary>The first steps of the person who asks, again: something may have changed since the page was made.</summary>
[DaOrganizacao]
[Route("primeiros-passos")]
public sealed class PrimeirosPassosController(CrmDbContext db, OrganizacaoAtual atual) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index(string? visto, CancellationToken ct)
    {
        var passos = await db.PrimeirosPassosAsync(atual.UsuarioIdExigido, ct);
        if (passos.Completos)
        {
            this.Avisar("Primeiros passos concluídos.");
        }

        return passos.Marca == visto ? NoContent() : PartialView("_PrimeirosPassos", passos);
    }
}
