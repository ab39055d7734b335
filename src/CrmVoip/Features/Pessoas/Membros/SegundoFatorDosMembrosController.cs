using CrmVoip.Data;
using CrmVoip.Features.Pessoas.Fatores;
using CrmVoip.Web;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace CrmVoip.Features.Pessoas.Membros;

/// <summary>What the organization demands of the accounts of its members.</summary>
[DaOrganizacao]
[Route("membros/segundo-fator")]
[Authorize(Policy = Permissoes.GerirMembros)]
public sealed class SegundoFatorDosMembrosController(CrmDbContext db) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Exigir(CancellationToken ct) =>
        this.Tela("SegundoFator", SegundoFatorForm.De(await db.PapeisComSegundoFatorAsync(ct)));

    [ProvaRecente]
    [HttpPost("")]
    public async Task<IActionResult> Exigir(SegundoFatorForm form, [FromServices] ExigirSegundoFator exigir, CancellationToken ct) =>
        !ModelState.IsValid || ModelState.Recusou(await exigir.ExecutarAsync(form.Papeis, ct))
            ? this.Tela("SegundoFator", form, StatusCodes.Status422UnprocessableEntity)
            : this.IrPara("/membros", form.Papeis.Count == 0 ? "A verificação em duas etapas não é mais exigida." : "Exigência da verificação em duas etapas salva.");
}
