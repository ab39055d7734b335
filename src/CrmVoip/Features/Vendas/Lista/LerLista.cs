using CrmVoip.Data;
using CrmVoip.Domain;
using CrmVoip.Features.Vendas.Busca;
using CrmVoip.Features.Vendas.Oportunidades;
using CrmVoip.Features.Vendas.Quadros;
using CrmVoip.Tenancy;
using CrmVoip.Web;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.Features.Vendas.Lista;

/// <summary>A page of the list of deals, at one moment. Depois: where the next one begins; null when there is none.</summary>
public sealed record PaginaDaLista(
    FiltroDoQuadro Filtro, OrdemDaLista Ordem, IReadOnlyList<CartaoDaOportunidade> Linhas, LugarNaLista? Depois, Equipe Equipe, Total Total, DateTimeOffset Agora)
{
    public bool BuscaEmPreparo { get; init; }

    /// <summary>Why deals are lost, for the bar of what is done to many.</summary>
    public IReadOnlyList<SelectListItem> Motivos { get; init; } = [];

    /// <summary>What is won or lost is looked at, and not worked with.</summary>
    public bool Selecionavel => !Filtro.Encerradas;

    /// <summary>The stages, as the board has them: without a deal.</summary>
    public IReadOnlyList<ColunaDoQuadro> Colunas => [.. Equipe.Etapas.Select(e => new ColunaDoQuadro(e.Id, e.Nome, Total.Nenhum, [], false))];

    public string Consulta(LugarNaLista? depois = null) => Filtro.Com(
        new() { ["ordem"] = Ordem.Chave(), ["depois"] = depois?.ToString() });
}

/// <summary>Reads the deals that the board's filter shows, a page at a time: as fast at the end of the list as at its beginning.</summary>
public sealed class LerLista(CrmDbContext db, OrganizacaoAtual atual, EquipeDoQuadro equipe, TotaisDoQuadro totais, TimeProvider relogio)
{
    public async Task<PaginaDaLista> ExecutarAsync(FiltroDoQuadro filtro, OrdemDaLista ordem, LugarNaLista? depois, CancellationToken ct)
    {
        var agora = relogio.GetUtcNow();
        var achadas = await db.AchadasAsync(filtro, agora, ct);
        var passam = Passam(achadas, filtro, agora);
        var linhas = await db.Cartoes(passam.EmOrdem(ordem, depois).Take(FolhaExtensions.Linhas + 1)).ToListAsync(ct);
        if (ordem == OrdemDaLista.Passo && depois is not { Onde: null } && linhas.Count <= FolhaExtensions.Linhas)
        {
            linhas.AddRange(await db.Cartoes(passam.SemDia(null).Take(FolhaExtensions.Linhas + 1 - linhas.Count)).ToListAsync(ct));
        }

        var mostradas = linhas.Take(FolhaExtensions.Linhas).ToList();
        return new PaginaDaLista(
            filtro,
            ordem,
            mostradas,
            linhas.Count > mostradas.Count ? ordem.Lugar(mostradas[^1]) : null,
            await equipe.LerAsync(mostradas, ct),
            // What follows the first page is put below it: the heading stays.
            depois is null ? await totais.SomaAsync(achadas, filtro, agora, ct) : Total.Nenhum,
            agora)
        {
            Motivos = depois is null && !filtro.Encerradas ? await MotivosAsync(ct) : [],
            BuscaEmPreparo = filtro.Pesquisa() is not null && await db.SemBuscaAsync(ct),
        };
    }

    private Task<List<SelectListItem>> MotivosAsync(CancellationToken ct) =>
        db.MotivosDePerda.Where(m => m.Ativo).OrderBy(m => m.Ordem).Select(m => new SelectListItem(m.Nome, m.Id.ToString())).ToListAsync(ct);

    /// <summary>All that the filter lets pass.</summary>
    public async Task<IQueryable<Oportunidade>> PassamAsync(FiltroDoQuadro filtro, DateTimeOffset agora, CancellationToken ct) =>
        Passam(await db.AchadasAsync(filtro, agora, ct), filtro, agora);

    private IQueryable<Oportunidade> Passam(Achadas? achadas, FiltroDoQuadro filtro, DateTimeOffset agora) => achadas?.Ids is { } ids
        ? db.Oportunidades.Where(filtro.Condicao(agora, atual.Exigido.FusoHorario)).Where(o => ids.Contains(o.Id))
        : db.Passam(filtro, agora);
}
