using CrmVoip.Data;
using CrmVoip.Domain.Ligacoes;
using CrmVoip.Tenancy;
using CrmVoip.Web;
using CrmVoip.Web.Entrada;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.Features.Telefonia.Gravacoes;

/// <summary>Recordings, fetched from the provider for those who may hear them. Its address never reaches the browser.</summary>
[DaOrganizacao]
[SemTransacao]
[Route("telefonia/recordings")]
public sealed class GravacoesController(CrmDbContext db, OrganizacaoAtual atual, AbrirGravacao abrir, RegistrarEscuta registrar) : Controller
{
    [HttpGet("{ligacaoId:guid}")]
    public async Task<IActionResult> Ouvir(Guid ligacaoId, CancellationToken ct)
    {
        if (await db.EmTransacaoAsync(() => LerAsync(ligacaoId, ct), ct) is not var (ligacao, baseUrl, pode) || (pode && ligacao.GravacaoUrl is null))
        {
            return NotFound();
        }

        if (!pode)
        {
            return StatusCode(StatusCodes.Status403Forbidden);
        }

        var trecho = TrechoDoAudio.Ler(Request.Headers.Range);
        var origem = new OrigemDaGravacao(atual.IdExigido, ligacao.GravacaoUrl!, baseUrl);
        var aberta = await abrir.ExecutarAsync(origem, trecho, ct);
        if (aberta.Recusa is { } recusa)
        {
            return this.Recusar(recusa);
        }

        var entrega = aberta.Valor;
        if (entrega.Origem is not null && !TrechoDoAudio.Sonda(trecho) && !HttpContext.SoCabecalhos())
        {
            await registrar.ExecutarAsync(ligacao, ct);
        }

        return new GravacaoResult(entrega);
    }

    private Task<Pedida?> LerAsync(Guid ligacaoId, CancellationToken ct)
    {
        var (audiveis, conexao) = (db.Audiveis(atual), db.ConexaoAtual());
        return db.Ligacoes.AsNoTracking()
            .Where(l => l.Id == ligacaoId)
            .Select(l => new Pedida(l, conexao.Select(i => i.BaseUrl).SingleOrDefault(), audiveis.Any(a => a.Id == l.Id)))
            .SingleOrDefaultAsync(ct);
    }

    private sealed record Pedida(Ligacao Ligacao, string? BaseUrl, bool Pode);
}
