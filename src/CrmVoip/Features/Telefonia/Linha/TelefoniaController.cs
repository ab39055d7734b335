using CrmVoip.Data;
using CrmVoip.Tenancy;
using CrmVoip.Web;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace CrmVoip.Features.Telefonia.Linha;

/// <summary>The plan's proxy: whatever the page needs of the provider, without ever holding its token or a password.</summary>
[DaOrganizacao]
[Route("telefonia")]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class TelefoniaController : Controller
{
    [HttpPost("credenciais")]
    public async Task<IActionResult> Credenciais(
        [FromBody(EmptyBodyBehavior = EmptyBodyBehavior.Allow)] PedidoDeCredenciais? pedido,
        [FromServices] ObterCredenciais obter,
        CancellationToken ct)
    {
        var credenciais = await obter.ExecutarAsync(pedido?.Realm, ct);
        MedidasDaLinha.PediramCredenciais(credenciais.Recusa?.Codigo);
        return this.Responder(credenciais, Json);
    }

    /// <summary>Whether the phone is worth loading, and whether a call could be placed: a page asks before it fetches the SIP stack.</summary>
    [HttpGet("linha")]
    public async Task<IActionResult> Linha([FromServices] CrmDbContext db, [FromServices] OrganizacaoAtual atual, CancellationToken ct)
    {
        var prontidao = await db.ProntidaoAsync(atual, ct);
        MedidasDaLinha.PerguntaramSeHa(prontidao.DaLinha?.Codigo);
        return Json(new { impedimento = prontidao.DaLinha?.Codigo, naoLiga = prontidao.DeLigar?.Codigo });
    }

    [HttpPost("validate")]
    [SemTransacao]
    [Authorize(Policy = Permissoes.GerirConexoes)]
    public async Task<IActionResult> Validate([FromBody] ConexaoParaValidar pedido, [FromServices] ValidarConexao validar, CancellationToken ct) =>
        Json(await validar.ExecutarAsync(pedido, ct));

    [HttpPost("validate-extension")]
    [SemTransacao]
    public async Task<IActionResult> ValidateExtension([FromBody] RamalParaValidar pedido, [FromServices] ValidarRamal validar, CancellationToken ct)
    {
        var ramal = await validar.ExecutarAsync(pedido, ct);
        MedidasDaLinha.Testaram(ramal.Recusa?.Codigo);
        return this.Responder(ramal, Json);
    }
}
