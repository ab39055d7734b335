using CrmVoip.Data;
using CrmVoip.Features.Telefonia.Registros;
using CrmVoip.Tenancy;
using CrmVoip.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.Features.Telefonia.Ligacoes;

/// <summary>The tab "Ligações" of an opportunity's details.</summary>
[DaOrganizacao]
[Route("oportunidades/{id:guid}/ligacoes")]
public sealed class LigacoesDaOportunidadeController(CrmDbContext db, OrganizacaoAtual atual) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index(Guid id, CancellationToken ct)
    {
        if (!await db.Oportunidades.AnyAsync(o => o.Id == id, ct))
        {
            return NotFound();
        }

        return PartialView("_Ligacoes", await db.AbaDeLigacoesAsync(id, atual, ct));
    }

    [HttpPost("{ligacaoId:guid}/trazer")]
    public async Task<IActionResult> Trazer(Guid id, Guid ligacaoId, [FromServices] TrazerLigacao trazer, CancellationToken ct) =>
        await MostrarAsync(id, await trazer.ExecutarAsync(ligacaoId, id, ct), "Ligação trazida para esta oportunidade.", ct);

    [HttpPost("{ligacaoId:guid}/registro/{registroId:guid}")]
    public async Task<IActionResult> Escolher(Guid id, Guid ligacaoId, Guid registroId, [FromServices] EscolherRegistro escolher, CancellationToken ct)
    {
        if (!await db.Ligacoes.AnyAsync(l => l.Id == ligacaoId && l.OportunidadeId == id, ct))
        {
            return NotFound();
        }

        return await MostrarAsync(id, await escolher.ExecutarAsync(registroId, ligacaoId, ct), "Registro da API4COM vinculado a esta ligação.", ct);
    }

    // What was refused was decided elsewhere meanwhile: the tab shows how.
    private Task<IActionResult> MostrarAsync(Guid id, Recusa? recusa, string boaNova, CancellationToken ct)
    {
        this.Avisar(recusa?.Mensagem ?? boaNova, tipo: recusa is null ? "sucesso" : "erro");
        return Index(id, ct);
    }
}
