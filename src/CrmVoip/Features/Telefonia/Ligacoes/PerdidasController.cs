using CrmVoip.Data;
using CrmVoip.Domain.Ligacoes;
using CrmVoip.Tenancy;
using CrmVoip.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.Features.Telefonia.Ligacoes;

/// <summary>Who called in and reached nobody. Nome is the contact's, where it is known.</summary>
public sealed record LigacaoPerdida(Guid Id, string Texto, string Numero, string? Nome, Guid? ContatoId, Guid? OportunidadeId, DateTimeOffset Em);

/// <summary>What the page tells as a toast: own ramal, own deal; calls of nobody to those who see all.</summary>
[DaOrganizacao]
[Route("ligacoes/perdidas")]
public sealed class PerdidasController(CrmDbContext db, OrganizacaoAtual atual, TimeProvider relogio) : Controller
{
    private const int Maximo = 5;
    private static readonly TimeSpan _ate = TimeSpan.FromHours(12);

    [HttpGet("")]
    public async Task<IActionResult> Index(DateTimeOffset? desde, CancellationToken ct)
    {
        var agora = relogio.GetUtcNow();
        var de = desde > agora - _ate ? desde.Value.ToUniversalTime() : agora - _ate;
        var (eu, fuso) = (atual.UsuarioIdExigido, atual.Exigido.FusoHorario);
        var todas = atual.VeTodasAsLigacoes();
        var perdidas = await db.Ligacoes.Contadas()
            .Where(l => l.InicioEm >= de && l.Direcao == DirecaoDaLigacao.Entrada && l.Status != StatusDaLigacao.Atendida && l.Status != StatusDaLigacao.EmAndamento)
            .Where(l => l.UsuarioId == eu
                || (l.UsuarioId == null && todas)
                || db.Oportunidades.Any(o => o.Id == l.OportunidadeId && o.ResponsavelId == eu))
            .OrderByDescending(l => l.InicioEm)
            .Select(l => new { l.Id, l.Contraparte, Nome = l.Contato!.Nome, l.ContatoId, l.OportunidadeId, l.InicioEm })
            .Take(Maximo)
            .ToListAsync(ct);
        return Json(perdidas.Select(l => new LigacaoPerdida(
            l.Id,
            $"{l.Nome ?? Formato.Telefone(l.Contraparte)} ligou às {Formato.Hora(l.InicioEm, fuso)}",
            l.Contraparte,
            l.Nome,
            l.ContatoId,
            l.OportunidadeId,
            l.InicioEm)));
    }
}
