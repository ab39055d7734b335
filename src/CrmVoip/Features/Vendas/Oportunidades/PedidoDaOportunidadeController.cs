using CrmVoip.Data;
using CrmVoip.Web;
using Microsoft.AspNetCore.Mvc;

namespace CrmVoip.Features.Vendas.Oportunidades;

/// <summary>Asking for a colleague's opportunity, and the answer to it.</summary>
[DaOrganizacao]
[Route("oportunidades/{id:guid}/pedido")]
public sealed class PedidoDaOportunidadeController(CrmDbContext db) : Controller
{
    [HttpPost("")]
    public async Task<IActionResult> Pedir(Guid id, [FromServices] PedirOportunidade pedir, CancellationToken ct)
    {
        return await pedir.ExecutarAsync(id, ct) is { } recusa
            ? this.Recusar(recusa)
            : await MostrarAsync(id, "Pedido feito. Quem cuida desta oportunidade vê o pedido nela.", ct);
    }

    [HttpPost("passar")]
    public Task<IActionResult> Passar(Guid id, [FromServices] ResponderPedido responder, CancellationToken ct) => ResponderAsync(id, responder, passar: true, ct);

    [HttpPost("recusar")]
    public Task<IActionResult> Recusar(Guid id, [FromServices] ResponderPedido responder, CancellationToken ct) => ResponderAsync(id, responder, passar: false, ct);

    // What was refused was answered elsewhere meanwhile: the deal shows how.
    private async Task<IActionResult> ResponderAsync(Guid id, ResponderPedido responder, bool passar, CancellationToken ct)
    {
        var respondido = await responder.ExecutarAsync(id, passar, ct);
        return respondido.Recusa switch
        {
            null => await MostrarAsync(id, passar ? $"Oportunidade passada para {respondido.Valor}." : $"Pedido de {respondido.Valor} recusado.", ct),
            { } recusa when recusa == ResponderPedido.SemPedido => await MostrarAsync(id, recusa.Mensagem, ct),
            { } recusa => this.Recusar(recusa),
        };
    }

    private Task<IActionResult> MostrarAsync(Guid id, string dito, CancellationToken ct)
    {
        this.Avisar(dito);
        return this.MostrarOportunidadeAsync(db, id, ct);
    }
}
