using CrmVoip.Data;
using CrmVoip.Features.Oportunidades;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.Features.Vendas.Quadros;

/// <summary>How many deals of a stage the filter shows, and their value.</summary>
public sealed record TotalDaEtapa
{
    // No constructor: EF Core joins only what it can take apart again.
    public required Guid EtapaId { get; init; }

    public required int Quantidade { get; init; }

    public required decimal Soma { get; init; }
}

/// <summary>The totals of some stages, ready to be shown.</summary>
public sealed class TotaisDoQuadro(CrmDbContext db, EquipeDoQuadro equipe)
{
    public async Task<List<TotaisDaEtapa>> LerAsync(Guid[] etapas, FiltroDoQuadro filtro, DateTimeOffset agora, CancellationToken ct)
    {
        var ids = etapas.Distinct().ToArray();
        if (filtro.Pesquisa() is not null && await db.AchadasAsync(filtro, agora, ct) is { } achadas)
        {
            return [.. ids.Select(id => Mostrado(id, achadas.Total(id)))];
        }

        var contado = (await equipe.LerAsync([], ct)).Contado;
        var contados = db.Contados(filtro, contado);
        var maximo = filtro.Pesquisa() is null ? Total.Maximo : QuadroConsultas.CartoesPorColuna;
        var totais = await (contados ?? db.ContadosAte(maximo, filtro, agora)).Where(t => ids.Contains(t.EtapaId)).ToDictionaryAsync(t => t.EtapaId, ct);
        return
        [
            .. ids.Select(id => Mostrado(
                id, totais.GetValueOrDefault(id) is not { } t ? Total.Nenhum : Total.Ate(contados is null ? maximo : int.MaxValue, t.Quantidade, t.Soma))),
        ];
    }

    private static TotaisDaEtapa Mostrado(Guid etapaId, Total total) => new(etapaId, total.Numero, total.Valor);
}

public static class TotaisConsultas
{
    /// <summary>From what is counted already; null when the filter asks for what is not. Stages without a deal that passes are not among them.</summary>
    /// <param name="db">The organization's.</param>
    /// <param name="filtro">The board's filter.</param>
    /// <param name="contado">Whether the counted deals are all there are.</param>
    public static IQueryable<TotalDaEtapa>? Contados(this CrmDbContext db, FiltroDoQuadro filtro, bool contado) =>
        contado && filtro.Contagem() is { } contagem
            ? db.ContagensDoFunil
                .Where(contagem)
                .GroupBy(c => c.EtapaId)
                .Select(g => new TotalDaEtapa { EtapaId = g.Key, Quantidade = g.Sum(c => c.Quantidade), Soma = g.Sum(c => c.Valor) })
            : null;

    /// <summary>Counted now, in each stage to one beyond a maximum, along the index that has what is looked for together.</summary>
    public static IQueryable<TotalDaEtapa> ContadosAte(this CrmDbContext db, int maximo, FiltroDoQuadro filtro, DateTimeOffset agora)
    {
        var (condicao, texto) = (filtro.Condicao(agora, db.Organizacao.Exigido.FusoHorario), filtro.CondicaoDoTexto());
        return filtro.Parada
            ? db.EtapasDoFunilPrincipal().Select(e => new TotalDaEtapa
            {
                EtapaId = e.Id,
                Quantidade = e.Oportunidades.AsQueryable().Where(condicao).Where(texto).OrderBy(o => o.NaEtapaDesde).Take(maximo + 1).Count(),
                Soma = e.Oportunidades.AsQueryable().Where(condicao).Where(texto).OrderBy(o => o.NaEtapaDesde).Take(maximo + 1).Sum(o => o.Valor),
            })
            : db.EtapasDoFunilPrincipal().Select(e => new TotalDaEtapa
            {
                EtapaId = e.Id,
                Quantidade = e.Oportunidades.AsQueryable().Where(condicao).Where(texto).OrderBy(o => o.Posicao).Take(maximo + 1).Count(),
                Soma = e.Oportunidades.AsQueryable().Where(condicao).Where(texto).OrderBy(o => o.Posicao).Take(maximo + 1).Sum(o => o.Valor),
            });
    }
}
