using CrmVoip.Data;
using CrmVoip.Features.Pessoas.Conta;
using CrmVoip.Tenancy;
using CrmVoip.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.Features.Telefonia.Ramais;

/// <summary>Each person's own ramal.</summary>
[DaOrganizacao]
[SemTransacao]
[Route("ramais")]
public sealed class RamaisController(CrmDbContext db, OrganizacaoAtual atual, TimeProvider relogio) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index([FromServices] SugerirRamal sugerir, CancellationToken ct)
    {
        var salvo = await db.EmTransacaoAsync(() => SalvoAsync(ct), ct);
        ViewData["Preenchido"] = salvo is null;
        return await MostrarAsync(salvo ?? await sugerir.ExecutarAsync(ct), ct);
    }

    [HttpPost("")]
    public async Task<IActionResult> Editar(RamalForm form, [FromServices] SalvarRamal salvar, CancellationToken ct)
    {
        if (!ModelState.IsValid || ModelState.Recusou((await salvar.ExecutarAsync(form, ct)).Recusa))
        {
            return await MostrarAsync(form, ct, StatusCodes.Status422UnprocessableEntity);
        }

        var emLigacao = await db.EmTransacaoAsync(() => db.EstaEmLigacaoAsync(atual.UsuarioIdExigido, relogio.GetUtcNow(), ct), ct);
        return this.Recarregar("/ramais", "Ramal salvo.", emLigacao);
    }

    [HttpPost("conferir")]
    public async Task<IActionResult> Conferir([FromServices] SalvarRamal salvar, CancellationToken ct)
    {
        var conferido = await salvar.ConferirAsync(ct);
        if (conferido.Recusa == Recusa.NaoEncontrada)
        {
            return NotFound();
        }

        var confirmado = conferido.Recusa is null && conferido.Valor.Confirmado(await db.EmTransacaoAsync(() => db.ConexaoAsync(ct), ct));
        return this.IrPara("/ramais", confirmado
            ? $"Ramal {conferido.Valor.Extension} confirmado."
            : "Ainda não: a API4COM não respondeu, ou nem a senha nem o e-mail são os deste ramal.");
    }

    [HttpPost("sugestao")]
    [ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
    public async Task<IActionResult> Sugerir([FromBody] RamalProcurado pedido, [FromServices] SugerirPeloNumero sugerir, CancellationToken ct) =>
        Json(await sugerir.ExecutarAsync(pedido, ct));

    private async Task<IActionResult> MostrarAsync(RamalForm form, CancellationToken ct, int status = StatusCodes.Status200OK)
    {
        (ViewData["Conectada"], ViewData["Situacao"], ViewData["Perdido"], ViewData["Passos"]) = await db.EmTransacaoAsync(
            async () => (
                await db.ConexaoAtual().AnyAsync(i => i.WssUrl != null, ct),
                await db.SituacaoAsync(atual.UsuarioIdExigido, ct),
                await db.PerdidoAsync(atual.UsuarioIdExigido, ct),
                await db.PrimeirosPassosAsync(atual.UsuarioIdExigido, ct)),
            ct);
        Response.Headers.CacheControl = "no-store";
        var pagina = View("Index", form);
        pagina.StatusCode = status;
        return pagina;
    }

    private Task<RamalForm?> SalvoAsync(CancellationToken ct) =>
        db.RamaisVoip
            .Where(r => r.UsuarioId == atual.UsuarioIdExigido)
            .Select(r => new RamalForm { Extension = r.Extension, SipServer = r.SipServer, NomeExibicao = r.NomeExibicao, Status = r.Status })
            .SingleOrDefaultAsync(ct);
}
