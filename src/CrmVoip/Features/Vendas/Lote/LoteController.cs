using CrmVoip.Features.Vendas.Oportunidades;
using CrmVoip.Web;
using Microsoft.AspNetCore.Mvc;

namespace CrmVoip.Features.Vendas.Lote;

/// <summary>What is done to many deals at once, from the list.</summary>
[DaOrganizacao]
[Route("oportunidades/lote")]
public sealed class LoteController : Controller
{
    private static readonly Recusa _ilegivel = new(422, "pedido_ilegivel", "Não foi possível ler o que foi escolhido. Recarregue a página e tente de novo.");

    [HttpPost("mover")]
    public async Task<IActionResult> Mover([FromForm] LoteForm form, [FromQuery] FiltroDoQuadro filtro, [FromServices] MoverEmLote mover, CancellationToken ct) =>
        ModelState.IsValid ? Responder(await mover.ExecutarAsync(form.Alvo(filtro), form.EtapaId, ct)) : this.Recusar(_ilegivel);

    [HttpPost("passar")]
    public async Task<IActionResult> Passar([FromForm] LoteForm form, [FromQuery] FiltroDoQuadro filtro, [FromServices] PassarEmLote passar, CancellationToken ct) =>
        ModelState.IsValid ? Responder(await passar.ExecutarAsync(form.Alvo(filtro), form.ResponsavelId, ct)) : this.Recusar(_ilegivel);

    [HttpPost("perder")]
    public async Task<IActionResult> Perder([FromForm] LoteForm form, [FromQuery] FiltroDoQuadro filtro, [FromServices] PerderEmLote perder, CancellationToken ct) =>
        ModelState.IsValid ? Responder(await perder.ExecutarAsync(form.Alvo(filtro), form.MotivoId, form.Detalhe, ct)) : this.Recusar(_ilegivel);

    [HttpPost("desfazer")]
    public async Task<IActionResult> Desfazer([FromBody] DesfazerForm form, [FromServices] DesfazerLote desfazer, CancellationToken ct) =>
        Responder(await desfazer.ExecutarAsync(form.Ficha, ct));

    private IActionResult Responder(Resultado<FeitoDoLote> resultado) =>
        this.Responder(resultado, feito => Json(new { mensagem = feito.Frase, feito.Feitas, feito.Ficha }));
}
