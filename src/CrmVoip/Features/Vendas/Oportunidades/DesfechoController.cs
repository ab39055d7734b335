using CrmVoip.Data;
using CrmVoip.Domain;
using CrmVoip.Domain.Atividades;
using CrmVoip.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.Features.Vendas.Oportunidades;

/// <summary>How a deal ended: won, lost for a reason, or open again.</summary>
[DaOrganizacao]
[Route("oportunidades/{id:guid}")]
public sealed class DesfechoController(CrmDbContext db, Auditoria auditoria, TimeProvider relogio) : Controller
{
    [HttpPost("ganhar")]
    public Task<IActionResult> Ganhar(Guid id, CancellationToken ct) =>
        MudarAsync(id, o => o.Ganhar(relogio.GetUtcNow()), new OportunidadeGanha(), "marcada como ganha", ct);

    [HttpGet("perder")]
    public async Task<IActionResult> Perder(Guid id, CancellationToken ct) =>
        await db.Oportunidades.AnyAsync(o => o.Id == id, ct) ? await PerguntarAsync(id, new PerdaForm(), StatusCodes.Status200OK, ct) : NotFound();

    [HttpPost("perder")]
    public async Task<IActionResult> Perder(Guid id, PerdaForm form, CancellationToken ct)
    {
        if (!ModelState.IsValid)
        {
            return await PerguntarAsync(id, form, StatusCodes.Status422UnprocessableEntity, ct);
        }

        var motivo = await db.MotivosDePerda.Where(m => m.Id == form.MotivoId).Select(m => m.Nome).SingleAsync(ct);
        var detalhe = string.IsNullOrWhiteSpace(form.Detalhe) ? null : form.Detalhe.Trim();
        return await MudarAsync(
            id, o => o.Perder(form.MotivoId!.Value, detalhe, relogio.GetUtcNow()), new OportunidadePerdida { Motivo = motivo }, "marcada como perdida", ct);
    }

    [HttpPost("reabrir")]
    public Task<IActionResult> Reabrir(Guid id, CancellationToken ct) =>
        MudarAsync(id, o => o.Reabrir(relogio.GetUtcNow()), new OportunidadeReaberta(), "reaberta", ct);

    private async Task<IActionResult> MudarAsync(Guid id, Action<Oportunidade> verbo, Atividade atividade, string feito, CancellationToken ct)
    {
        await db.TravarOportunidadeAsync(id, ct);
        if (await db.Oportunidades.SingleOrDefaultAsync(o => o.Id == id, ct) is not { } oportunidade)
        {
            return NotFound();
        }

        verbo(oportunidade);
        auditoria.Registrar(atividade, id, id);
        await db.SaveChangesAsync(ct);
        this.Avisar($"“{oportunidade.Titulo}” {feito}.", oportunidade.Situacao == SituacaoDaOportunidade.Aberta ? null : $"/oportunidades/{id}/reabrir");
        return await this.MostrarOportunidadeAsync(db, id, ct);
    }

    private async Task<IActionResult> PerguntarAsync(Guid id, PerdaForm form, int status, CancellationToken ct)
    {
        var motivos = await db.MotivosDePerda
            .Where(m => m.Ativo)
            .OrderBy(m => m.Ordem)
            .Select(m => new SelectListItem(m.Nome, m.Id.ToString()))
            .ToListAsync(ct);
        var titulo = await db.Oportunidades.Where(o => o.Id == id).Select(o => o.Titulo).SingleOrDefaultAsync(ct);
        return titulo is null ? NotFound() : this.Tela("Perda", new Perda(id, titulo, form, [new SelectListItem("Escolha o motivo", ""), .. motivos]), status);
    }
}
