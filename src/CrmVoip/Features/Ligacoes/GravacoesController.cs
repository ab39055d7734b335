using System.Net;
using CrmVoip.Data;
using CrmVoip.Domain;
using CrmVoip.Domain.Ligacoes;
using CrmVoip.Tenancy;
using CrmVoip.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.Features.Ligacoes;

/// <summary>Recordings, fetched from the provider for those who may hear them. Its address never reaches the browser.</summary>
[DaOrganizacao]
[SemTransacao]
[Route("telefonia/recordings")]
public sealed class GravacoesController(CrmDbContext db, OrganizacaoAtual atual, Auditoria auditoria, BuscarGravacao buscar, TimeProvider relogio)
    : Controller
{
    private static readonly TimeSpan _mesmaEscuta = TimeSpan.FromMinutes(1);

    [HttpGet("{ligacaoId:guid}")]
    public async Task<IActionResult> Ouvir(Guid ligacaoId, CancellationToken ct)
    {
        var (ligacao, baseUrl, pode) = await db.EmTransacaoAsync(() => LerAsync(ligacaoId, ct), ct);
        if (ligacao is null || (pode && ligacao.GravacaoUrl is null))
        {
            return NotFound();
        }

        if (!pode)
        {
            return StatusCode(StatusCodes.Status403Forbidden);
        }

        var trecho = TrechoDoAudio.Ler(Request.Headers.Range);
        if (!Uri.TryCreate(ligacao.GravacaoUrl, UriKind.Absolute, out var endereco)
            || await buscar.ExecutarAsync(endereco, baseUrl, trecho, ct) is not { } origem)
        {
            return Indisponivel();
        }

        HttpContext.Response.RegisterForDispose(origem);
        if (origem.StatusCode is not (HttpStatusCode.OK or HttpStatusCode.PartialContent or HttpStatusCode.RequestedRangeNotSatisfiable)
            || TipoDoAudio.De(origem, endereco) is not { } tipo)
        {
            return Indisponivel();
        }

        if (TrechoDoAudio.DoComeco(trecho))
        {
            await db.EmTransacaoAsync(() => AuditarAsync(ligacao, ct), ct);
        }

        return new GravacaoResult(origem, tipo, trecho);
    }

    private async Task<(Ligacao? Ligacao, string? BaseUrl, bool Pode)> LerAsync(Guid ligacaoId, CancellationToken ct)
    {
        var ligacao = await db.Ligacoes.AsNoTracking().SingleOrDefaultAsync(l => l.Id == ligacaoId, ct);
        var baseUrl = await db.Integracoes.Where(i => i.Plataforma == PlataformaEnum.Api4com).Select(i => i.BaseUrl).SingleOrDefaultAsync(ct);
        var pode = ligacao is not null
            && (ligacao.UsuarioId == atual.UsuarioId
                || Permissoes.Pode(atual.Exigido.Papel, Permissoes.OuvirTodasAsGravacoes)
                || await db.Oportunidades.AnyAsync(o => o.Id == ligacao.OportunidadeId && o.ResponsavelId == atual.UsuarioIdExigido, ct));
        return (ligacao, baseUrl, pode);
    }

    // A player asks for the beginning several times before it plays.
    private async Task<int> AuditarAsync(Ligacao ligacao, CancellationToken ct)
    {
        var desde = relogio.GetUtcNow() - _mesmaEscuta;
        if (!await db.AuditLog.AnyAsync(
            a => a.EntidadeId == ligacao.Id && a.Acao == Acoes.GravacaoOuvida && a.UsuarioId == atual.UsuarioId && a.OcorridoEm > desde, ct))
        {
            auditoria.Registrar(Acoes.GravacaoOuvida, "ligacoes", ligacao.Id, ligacao.OportunidadeId);
        }

        return await db.SaveChangesAsync(ct);
    }

    private ObjectResult Indisponivel() => StatusCode(
        StatusCodes.Status502BadGateway,
        new { codigo = "gravacao_indisponivel", mensagem = "A gravação não está mais disponível na API4COM." });
}
