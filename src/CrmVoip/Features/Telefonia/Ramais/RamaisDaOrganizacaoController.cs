using CrmVoip.Api4Com;
using CrmVoip.Data;
using CrmVoip.Domain;
using CrmVoip.Tenancy;
using CrmVoip.Web;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.Features.Telefonia.Ramais;

/// <summary>The ramais of everybody, for the administrador: who has which, given, changed and taken away. Their passwords are written here, never read.</summary>
[DaOrganizacao]
[Route("ramais/organizacao")]
[Authorize(Policy = Permissoes.GerirRamais)]
public sealed class RamaisDaOrganizacaoController(CrmDbContext db, OrganizacaoAtual atual, TimeProvider relogio) : Controller
{
    private const string Caminho = "/ramais/organizacao";

    [HttpGet("")]
    public async Task<IActionResult> Index(CancellationToken ct) => View("Organizacao", await db.MembrosComRamalAsync(ct));

    [HttpGet("api4com")]
    [SemTransacao]
    public async Task<IActionResult> Api4Com([FromServices] ListarRamaisDaApi4Com listar, CancellationToken ct)
    {
        Response.Headers.CacheControl = "no-store";
        return PartialView("_Api4Com", await listar.ExecutarAsync(ct));
    }

    [HttpPost("importar")]
    [SemTransacao]
    public async Task<IActionResult> Importar([FromServices] ImportarRamais importar, CancellationToken ct)
    {
        try
        {
            var importados = await importar.ExecutarAsync(ct);
            if (importados.Recusa is { } recusa)
            {
                return this.RecusarComAviso(recusa);
            }

            ViewData["Importacao"] = importados.Valor;
        }
        catch (Api4ComException erro)
        {
            ViewData["Falha"] = ListarRamaisDaApi4Com.Explicar(erro).Erro;
        }

        // What came of it is shown once, at the address of the list: loading that again imports nothing.
        Response.Headers["HX-Trigger"] = "crm:ramal-mudou";
        Response.Headers["HX-Push-Url"] = Request.PathBase + Caminho;
        return View("Organizacao", await db.EmTransacaoAsync(() => db.MembrosComRamalAsync(ct), ct));
    }

    [HttpGet("atribuir")]
    [SemTransacao]
    public async Task<IActionResult> Atribuir(Guid? membroId, string? extension, [FromServices] PrepararAtribuicao preparar, CancellationToken ct) =>
        this.Tela("Atribuir", await preparar.ExecutarAsync(new AtribuicaoForm { MembroId = membroId, Extension = extension }, preencher: true, ct));

    [HttpPost("atribuir")]
    [SemTransacao]
    public async Task<IActionResult> Atribuir(
        AtribuicaoForm form, [FromServices] AtribuirRamal atribuir, [FromServices] PrepararAtribuicao preparar, CancellationToken ct)
    {
        if (ModelState.IsValid && !ModelState.Recusou((await atribuir.ExecutarAsync(form, ct)).Recusa))
        {
            return await ConcluirAsync(form.MembroId!.Value, $"Ramal {form.ExtensionLimpa} atribuído.", ct);
        }

        form.Senha = null;
        ModelState.SetModelValue(nameof(form.Senha), null, null);
        return this.Tela("Atribuir", await preparar.ExecutarAsync(form, preencher: false, ct), StatusCodes.Status422UnprocessableEntity);
    }

    [HttpPost("{id:guid}/status/{status}")]
    [SemTransacao]
    public async Task<IActionResult> Situar(Guid id, StatusDoRamal status, [FromServices] ConfirmarRamal confirmar, CancellationToken ct) =>
        ModelState.IsValid
            ? await ConcluirAsync(await confirmar.SituarAsync(id, status, ct), status == StatusDoRamal.Ativo ? "ativado" : "desativado", ct)
            : NotFound();

    [HttpPost("{id:guid}/confirmar")]
    [SemTransacao]
    public async Task<IActionResult> Confirmar(Guid id, [FromForm] string? extension, [FromServices] ConfirmarRamal confirmar, CancellationToken ct) =>
        await ConcluirAsync(await confirmar.ConfirmarAsync(id, extension, ct), "confirmado", ct);

    [HttpGet("{id:guid}/revogar")]
    public async Task<IActionResult> Revogar(Guid id, CancellationToken ct)
    {
        var ramal = await db.RamaisVoip
            .Where(r => r.Id == id)
            .Select(r => new { r.Extension, Nome = db.Membros.Where(m => m.UsuarioId == r.UsuarioId).Select(m => m.Nome).Single() })
            .SingleOrDefaultAsync(ct);
        return ramal is null
            ? NotFound()
            : this.Tela("Confirmacao", new Confirmacao(
                $"Revogar o ramal {ramal.Extension}?",
                $"{ramal.Nome} deixa de ligar e de receber por ele. Uma ligação em andamento não é cortada. O ramal fica livre para outra pessoa.",
                "Revogar", $"{Caminho}/{id}/revogar", Caminho));
    }

    [HttpPost("{id:guid}/revogar")]
    [ActionName("Revogar")]
    [SemTransacao]
    public async Task<IActionResult> ConfirmarRevogacao(Guid id, [FromServices] ConfirmarRamal confirmar, CancellationToken ct) =>
        await ConcluirAsync(await confirmar.RevogarAsync(id, ct), "revogado", ct);

    private async Task<IActionResult> ConcluirAsync(Resultado<RamalVoip> mudado, string feito, CancellationToken ct) => mudado.Recusa is { } recusa
        ? this.RecusarComAviso(recusa)
        : await ConcluirAsync(mudado.Valor.UsuarioId, $"Ramal {mudado.Valor.Extension} {feito}.", ct);

    /// <summary>Who changed the own ramal gets a document with the new line.</summary>
    private async Task<IActionResult> ConcluirAsync(Guid usuarioId, string boaNova, CancellationToken ct) =>
        usuarioId == atual.UsuarioIdExigido
            ? this.Recarregar(Caminho, boaNova, await db.EmTransacaoAsync(() => db.EstaEmLigacaoAsync(usuarioId, relogio.GetUtcNow(), ct), ct))
            : this.IrPara(Caminho, boaNova);
}
