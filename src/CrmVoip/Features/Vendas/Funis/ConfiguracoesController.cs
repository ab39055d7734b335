using CrmVoip.Data;
using CrmVoip.Web;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace CrmVoip.Features.Vendas.Funis;

/// <summary>What an organization names and orders itself. For its administrador.</summary>
[DaOrganizacao]
[Route("configuracoes")]
[Authorize(Policy = Permissoes.ConfigurarFunil)]
public sealed class ConfiguracoesController(CrmDbContext db) : Controller
{
    public const string Caminho = "/configuracoes";

    [HttpGet("")]
    public async Task<IActionResult> Index(CancellationToken ct) => View(await db.ConfiguracoesAsync(ct));
}
