using CrmVoip.Data;
using CrmVoip.Features.Pessoas.Fatores;
using CrmVoip.Tenancy;
using CrmVoip.Web;
using CrmVoip.Web.Entrada;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace CrmVoip.Features.Pessoas.Auditorias;

/// <summary>What the page shows.</summary>
public sealed record TelaDaAuditoria(FiltroDaAuditoria Filtro, IReadOnlyCollection<PessoaDoRegistro> Pessoas, Folha<LinhaDaAuditoria> Folha);

/// <summary>Who did what, when, from where. For the administrador.</summary>
[DaOrganizacao]
[Route("auditoria")]
[Authorize(Policy = Permissoes.VerAuditoria)]
public sealed class AuditoriaController(CrmDbContext db, OrganizacaoAtual atual, LerAuditoria ler, TimeProvider relogio) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index(FiltroDaAuditoria filtro, CancellationToken ct)
    {
        var pessoas = await db.PessoasDoRegistroAsync(ct);
        if (!Conferir(filtro, pessoas))
        {
            return Mostrar(new TelaDaAuditoria(filtro, pessoas.Values, new Folha<LinhaDaAuditoria>([], null)), StatusCodes.Status422UnprocessableEntity);
        }

        var recorte = filtro.Recortar(atual.Exigido.FusoHorario);
        var linhas = await ler.ExecutarAsync(recorte, pessoas, filtro.Marco, FolhaExtensions.Linhas + 1, ct);
        return Mostrar(new TelaDaAuditoria(filtro, pessoas.Values, linhas.EmFolha(l => l.Marco)));
    }

    [HttpGet("exportar")]
    [ProvaRecente(Arquivo = true)]
    [SemTransacao]
    public async Task<IActionResult> Exportar(FiltroDaAuditoria filtro, [FromServices] ExportarAuditoria exportar, CancellationToken ct)
    {
        var pessoas = await db.EmTransacaoAsync(() => db.PessoasDoRegistroAsync(ct), ct);
        if (!Conferir(filtro, pessoas))
        {
            return Mostrar(new TelaDaAuditoria(filtro, pessoas.Values, new Folha<LinhaDaAuditoria>([], null)), StatusCodes.Status422UnprocessableEntity);
        }

        Response.ContentType = "text/csv; charset=utf-8";
        Response.Headers.CacheControl = "no-store";
        Response.Headers.ContentDisposition = $"attachment; filename=\"auditoria-{atual.Exigido.Slug}-{filtro.De}-a-{filtro.Ate}.csv\"";
        if (!HttpContext.SoCabecalhos())
        {
            await exportar.ExecutarAsync(filtro, Response.Body, ct);
        }

        return new EmptyResult();
    }

    private bool Conferir(FiltroDaAuditoria filtro, Dictionary<Guid, PessoaDoRegistro> pessoas)
    {
        filtro.Completar(DiaLocal.De(relogio.GetUtcNow(), atual.Exigido.FusoHorario));
        if (filtro.Pessoa is not (null or FiltroDaAuditoria.Sistema) && !(Guid.TryParse(filtro.Pessoa, out var id) && pessoas.ContainsKey(id)))
        {
            ModelState.AddModelError(nameof(filtro.Pessoa), "Escolha alguém da lista.");
        }

        if (!ModelState.IsValid)
        {
            return false;
        }

        // The fields show what was filled in for the person, not the emptiness that came.
        ModelState.Clear();
        return true;
    }

    private ViewResult Mostrar(TelaDaAuditoria tela, int status = StatusCodes.Status200OK)
    {
        Response.Headers.CacheControl = "no-store";
        var pagina = View("Index", tela);
        pagina.StatusCode = status;
        return pagina;
    }
}
