using CrmVoip.Data;
using CrmVoip.Tenancy;
using CrmVoip.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.Features.Telefonia.Ligacoes;

/// <summary>Somebody who called in, reached nobody, and waits to be called. Nome is the contact's, where it is known.</summary>
public sealed record RetornoPendente(Guid Id, string Numero, string? Nome, Guid? ContatoId, Guid? OportunidadeId, string? Oportunidade, DateTimeOffset Em);

/// <summary>The part of /hoje that tells of calls nobody has returned: on the own ramal, about own deals, and those of nobody to who sees all.</summary>
[DaOrganizacao]
[Route("ligacoes/retornos")]
public sealed class RetornosController(CrmDbContext db, OrganizacaoAtual atual, TimeProvider relogio) : Controller
{
    public const int Dias = 7;
    private const int Maximo = 20;

    [HttpGet("")]
    public async Task<IActionResult> Index(CancellationToken ct)
    {
        var (eu, todas, desde) = (atual.UsuarioIdExigido, atual.VeTodasAsLigacoes(), relogio.GetUtcNow().AddDays(-Dias));
        var perdidas = await db.Ligacoes.Contadas()
            .Where(l => l.InicioEm >= desde)
            .NaoRetornadas(db)
            .Where(l => l.UsuarioId == eu
                || (l.UsuarioId == null && todas)
                || db.Oportunidades.Any(o => o.Id == l.OportunidadeId && o.ResponsavelId == eu))
            .OrderByDescending(l => l.InicioEm)
            .Take(Maximo)
            .Select(l => new RetornoPendente(
                l.Id,
                l.Contraparte,
                l.Contato!.Nome,
                l.ContatoId,
                l.OportunidadeId,
                db.Oportunidades.Where(o => o.Id == l.OportunidadeId).Select(o => o.Titulo).SingleOrDefault(),
                l.InicioEm))
            .ToListAsync(ct);
        Response.Headers.CacheControl = "no-store";
        return PartialView("_Retornos", perdidas.DistinctBy(l => l.Numero).ToList());
    }
}
