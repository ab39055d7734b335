using CrmVoip.Data;
using CrmVoip.Tenancy;
using CrmVoip.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.Features.Telefonia.Ligacoes;

/// <summary>
/// The figures above the list. Filtro is the one the list shows; Numeros is null where its period is too long to be counted.
/// HaMaisNovas: calls came that the list does not show yet.
/// </summary>
public sealed record TelaDosNumeros(FiltroDeLigacoes Filtro, EscolhasDoFiltro Escolhas, bool HaMaisNovas, NumerosDasLigacoes? Numeros, int NaoRetornadas);

/// <summary>
/// The figures of the list of calls, over its period and its people, whatever the state it shows: so each of them leads to exactly
/// the calls it counts. They read the period, and so it is a month at most; the list itself, which they come beside, reads a page.
/// </summary>
[DaOrganizacao]
[Route("ligacoes/numeros")]
public sealed class NumerosDasLigacoesController(CrmDbContext db, OrganizacaoAtual atual, TimeProvider relogio) : Controller
{
    public const int DiasMaximo = 31;

    [HttpGet("")]
    public async Task<IActionResult> Index(FiltroDeLigacoes pedido, string? vista, CancellationToken ct)
    {
        var fuso = atual.Exigido.FusoHorario;
        var hoje = DiaLocal.De(relogio.GetUtcNow(), fuso);
        var escolhas = await db.EscolhasDoFiltroAsync(atual, ct);
        var filtro = escolhas.Conferir(this, pedido, hoje);
        if (!ModelState.IsValid)
        {
            return UnprocessableEntity();
        }

        Response.Headers.CacheControl = "no-store";
        var haMaisNovas = await HaMaisNovasAsync(filtro.Recortar(hoje, fuso, escolhas.Resultados), Marco.Ler(vista), ct);
        var recorte = filtro.SemEstado().Recortar(hoje, fuso, escolhas.Resultados);
        if (recorte.Dias > DiasMaximo)
        {
            return PartialView("_Numeros", new TelaDosNumeros(filtro, escolhas, haMaisNovas, null, 0));
        }

        var numeros = await db.NumerosAsync(atual, recorte, escolhas, ct);
        var naoRetornadas = await db.Visiveis(atual).Do(recorte with { NaoRetornadas = true }, db).CountAsync(ct);
        return PartialView("_Numeros", new TelaDosNumeros(filtro, escolhas, haMaisNovas, numeros, naoRetornadas));
    }

    /// <param name="recorte">What the list shows.</param>
    /// <param name="vista">The newest call in it, when it was drawn.</param>
    /// <param name="ct">Ends it.</param>
    private async Task<bool> HaMaisNovasAsync(RecorteDeLigacoes recorte, Marco? vista, CancellationToken ct)
    {
        var nova = await db.Visiveis(atual).Do(recorte, db)
            .MaisAntigasQue(null, l => l.InicioEm, l => l.Id)
            .Select(l => new Marco(l.InicioEm, l.Id))
            .FirstOrDefaultAsync(ct);
        return nova is not null && (vista is null || nova.Em > vista.Em || (nova.Em == vista.Em && nova.Id != vista.Id));
    }
}
