using CrmVoip.Tenancy;
using CrmVoip.Web;
using Microsoft.AspNetCore.Mvc;

namespace CrmVoip.Features.Vendas.Hoje;

/// <summary>/hoje: what the day asks of a person.</summary>
[DaOrganizacao]
[Route("hoje")]
public sealed class HojeController(LerHoje ler, OrganizacaoAtual atual) : Controller
{
    /// <param name="quem">A colleague, whose day it shows.</param>
    /// <param name="ct">Ends with the request.</param>
    [HttpGet("")]
    public async Task<IActionResult> Index(string? quem, CancellationToken ct)
    {
        Response.Headers.CacheControl = "no-store";
        return View(await ler.ExecutarAsync(Guid.TryParse(quem, out var pessoa) && pessoa != atual.UsuarioId ? pessoa : null, ct));
    }
}
