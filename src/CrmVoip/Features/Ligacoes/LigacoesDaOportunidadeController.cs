using CrmVoip.Data;
using CrmVoip.Tenancy;
using CrmVoip.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.Features.Ligacoes;

/// <summary>The tab "Ligações" of an opportunity's details.</summary>
[DaOrganizacao]
[Route("oportunidades/{id:guid}/ligacoes")]
public sealed class LigacoesDaOportunidadeController(CrmDbContext db, OrganizacaoAtual atual) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index(Guid id, CancellationToken ct)
    {
        if (await db.Oportunidades.Where(o => o.Id == id).Select(o => (Guid?)o.ResponsavelId).SingleOrDefaultAsync(ct) is not { } responsavelId)
        {
            return NotFound();
        }

        var ouveTodas = Permissoes.Pode(atual.Exigido.Papel, Permissoes.OuvirTodasAsGravacoes) || responsavelId == atual.UsuarioIdExigido;
        return PartialView("_Ligacoes", await db.LigacoesDaOportunidadeAsync(id, atual.UsuarioIdExigido, ouveTodas, ct));
    }
}
