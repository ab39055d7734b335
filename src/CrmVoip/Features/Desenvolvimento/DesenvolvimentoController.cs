using CrmVoip.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace CrmVoip.Features.Desenvolvimento;

/// <summary>What only who builds the product looks at: absent from production.</summary>
[DaOrganizacao]
[SemTransacao]
[Route("desenvolvimento")]
public sealed class DesenvolvimentoController(IWebHostEnvironment ambiente, IOptions<OpcoesDoDesenvolvimento> opcoes) : Controller
{
    [HttpGet("design")]
    public IActionResult Design()
    {
        if (!ambiente.IsDevelopment() && !opcoes.Value.Demonstracao)
        {
            return NotFound();
        }

        ModelState.AddModelError(nameof(CamposDaVitrine.Recusado), "Informe o título.");
        ModelState.AddModelError(nameof(CamposDaVitrine.EnderecoRecusado), "Use só letras minúsculas, números e hífen.");
        return View(new CamposDaVitrine());
    }
}
