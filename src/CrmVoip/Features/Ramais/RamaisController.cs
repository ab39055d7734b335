using CrmVoip.Data;
using CrmVoip.Domain;
using CrmVoip.Tenancy;
using CrmVoip.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.Features.Ramais;

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
        return await MostrarAsync(salvo ?? await sugerir.ExecutarAsync(ct), ct);
    }

    [HttpPost("")]
    public async Task<IActionResult> Editar(RamalForm form, [FromServices] SalvarRamal salvar, CancellationToken ct)
    {
        if (ModelState.IsValid)
        {
            if (await SalvarAsync(salvar, form, ct) is { } emLigacao)
            {
                return this.Recarregar("/ramais", "Ramal salvo.", emLigacao);
            }

            ModelState.AddModelError(nameof(form.Extension), "Este ramal já é de outra pessoa da organização.");
        }

        return await MostrarAsync(form, ct, StatusCodes.Status422UnprocessableEntity);
    }

    /// <summary>Null when the ramal is somebody else's; otherwise whether the person is on a call.</summary>
    private async Task<bool?> SalvarAsync(SalvarRamal salvar, RamalForm form, CancellationToken ct)
    {
        await using var transacao = await db.Database.BeginTransactionAsync(ct);
        if (!await salvar.ExecutarAsync(form, ct))
        {
            await transacao.RollbackAsync(ct);
            db.ChangeTracker.Clear();
            return null;
        }

        var emLigacao = await db.EstaEmLigacaoAsync(atual.UsuarioIdExigido, relogio.GetUtcNow(), ct);
        await transacao.CommitAsync(ct);
        return emLigacao;
    }

    private async Task<IActionResult> MostrarAsync(RamalForm form, CancellationToken ct, int status = StatusCodes.Status200OK)
    {
        var (conectada, temSenha) = await db.EmTransacaoAsync(
            async () => (
                await db.Integracoes.AnyAsync(i => i.Plataforma == PlataformaEnum.Api4com && i.WssUrl != null, ct),
                await db.RamaisVoip.AnyAsync(r => r.UsuarioId == atual.UsuarioIdExigido && r.SegredoId != null, ct)),
            ct);
        ViewData["Conectada"] = conectada;
        ViewData["TemSenha"] = temSenha;
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
