using CrmVoip.Data;
using CrmVoip.Features.Pessoas.Fatores;
using CrmVoip.Web;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.Features.Pessoas.Membros;

/// <summary>Invitations to the organization. A link is shown in the answer that made it, and never again.</summary>
[DaOrganizacao]
[Route("convites")]
[Authorize(Policy = Permissoes.GerirMembros)]
public sealed class ConvitesDosMembrosController(CrmDbContext db, EntregarConvite entregar) : Controller
{
    [HttpGet("criar")]
    public IActionResult Criar() => this.Tela("Convidar", new ConviteForm());

    [ProvaRecente(SoParaAdministrador = true)]
    [HttpPost("criar")]
    [SemTransacao]
    public async Task<IActionResult> Criar(ConviteForm form, [FromServices] CriarConvite criar, CancellationToken ct)
    {
        if (ModelState.IsValid)
        {
            var convidada = await criar.ExecutarAsync(form, ct);
            if (!ModelState.Recusou(convidada.Recusa))
            {
                return this.Tela("Link", await entregar.ExecutarAsync(convidada.Valor, ct));
            }

            ViewData["Desativado"] = (convidada.Recusa as RecusaDoConvite)?.Desativado;
        }

        return this.Tela("Convidar", form, StatusCodes.Status422UnprocessableEntity);
    }

    [HttpPost("{id:guid}/renovar")]
    [SemTransacao]
    public async Task<IActionResult> Renovar(Guid id, [FromServices] RenovarConvite renovar, CancellationToken ct)
    {
        var renovado = await renovar.ExecutarAsync(id, ct);
        return renovado.Recusa is { } recusa ? this.RecusarComAviso(recusa) : this.Tela("Link", await entregar.ExecutarAsync(renovado.Valor, ct));
    }

    [HttpGet("{id:guid}/revogar")]
    public async Task<IActionResult> Revogar(Guid id, CancellationToken ct) =>
        await db.Convites.EmAberto().SingleOrDefaultAsync(c => c.Id == id, ct) is { } convite
            ? this.Tela("Confirmacao", new Confirmacao(
                "Revogar o convite?",
                $"O link enviado a {convite.Email} deixa de funcionar. Você pode convidar de novo quando quiser.",
                "Revogar",
                $"/convites/{id}/revogar",
                "/membros"))
            : NotFound();

    [HttpPost("{id:guid}/revogar")]
    public async Task<IActionResult> Revogar(Guid id, [FromServices] RevogarConvite revogar, CancellationToken ct) =>
        this.Responder(await revogar.ExecutarAsync(id, ct), convite => this.IrPara("/membros", $"Convite de {convite.Email} revogado."));
}
