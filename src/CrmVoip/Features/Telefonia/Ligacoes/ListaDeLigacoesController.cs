using CrmVoip.Data;
using CrmVoip.Tenancy;
using CrmVoip.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.Features.Telefonia.Ligacoes;

public sealed record TelaDeLigacoes(FiltroDeLigacoes Filtro, EscolhasDoFiltro Escolhas, Folha<ItemDeLigacao> Folha)
{
    /// <summary>More than a day: each row says its own.</summary>
    public bool VariosDias { get; init; }
}

/// <summary>/ligacoes: the calls of the organization, or of who sees only the own ones. Its figures come by themselves.</summary>
[DaOrganizacao]
[Route("ligacoes")]
public sealed class ListaDeLigacoesController(CrmDbContext db, OrganizacaoAtual atual, TimeProvider relogio) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index(FiltroDeLigacoes pedido, CancellationToken ct)
    {
        var hoje = DiaLocal.De(relogio.GetUtcNow(), atual.Exigido.FusoHorario);
        var escolhas = await db.EscolhasDoFiltroAsync(atual, ct);
        var filtro = escolhas.Conferir(this, pedido, hoje);
        if (!ModelState.IsValid)
        {
            return Mostrar(new TelaDeLigacoes(filtro, escolhas, new Folha<ItemDeLigacao>([], null)), StatusCodes.Status422UnprocessableEntity);
        }

        var recorte = filtro.Recortar(hoje, atual.Exigido.FusoHorario, escolhas.Resultados);
        var lidas = await db.Visiveis(atual).Do(recorte, db)
            .MaisAntigasQue(filtro.Marco, l => l.InicioEm, l => l.Id)
            .Take(FolhaExtensions.Linhas + 1)
            .ComoItens(db, atual)
            .ToListAsync(ct);
        return Mostrar(new TelaDeLigacoes(filtro, escolhas, lidas.EmFolha(l => l.Marco)) { VariosDias = recorte.Dias > 1 });
    }

    private ViewResult Mostrar(TelaDeLigacoes tela, int status = StatusCodes.Status200OK)
    {
        Response.Headers.CacheControl = "no-store";
        var pagina = View("Lista", tela);
        pagina.StatusCode = status;
        return pagina;
    }
}
