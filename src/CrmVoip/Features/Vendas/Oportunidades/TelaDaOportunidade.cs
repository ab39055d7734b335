using CrmVoip.Data;
using CrmVoip.Web;
using Microsoft.AspNetCore.Mvc;

namespace CrmVoip.Features.Vendas.Oportunidades;

public static class TelaDaOportunidade
{
    /// <summary>What a change of an opportunity answers with: the opportunity as it is now, in place for a script, else by its address.</summary>
    public static async Task<IActionResult> MostrarOportunidadeAsync(this Controller controller, CrmDbContext db, Guid id, CancellationToken ct) =>
        controller.Request.EhDeScript()
            ? controller.Tela("Detalhe", (await db.DetalheAsync(id, ct))!)
            : controller.RedirectToAction(nameof(OportunidadesController.Detalhe), "Oportunidades", new { id });
}
