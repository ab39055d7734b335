using System.Linq.Expressions;
using CrmVoip.Data;
using CrmVoip.Domain;
using CrmVoip.Features.Vendas.Oportunidades;
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
        var total = await TotalAsync(await db.AchadasAsync(filtro, agora, ct), filtro, agora, ct);
        return [.. etapas.Distinct().Select(id => Mostrado(id, total(id)))];
    }

    /// <summary>Of all stages together. What the words find is known to who asks.</summary>
    public async Task<Total> SomaAsync(Achadas? achadas, FiltroDoQuadro filtro, DateTimeOffset agora, CancellationToken ct)
    {
        var total = await TotalAsync(achadas, filtro, agora, ct);
        return Total.Somar([.. (await equipe.LerAsync([], ct)).Etapas.Select(e => total(e.Id))]);
    }

    private async Task<Func<Guid, Total>> TotalAsync(Achadas? achadas, FiltroDoQuadro filtro, DateTimeOffset agora, CancellationToken ct)
    {
        if (achadas is not null)
        {
            return achadas.Total;
        }

        return db.Contados(filtro, (await equipe.LerAsync([], ct)).Contado) is { } contados
            ? await contados.TotaisAsync(int.MaxValue, ct)
            : await db.ContadosAte(filtro.Maximo, filtro, agora).TotaisAsync(filtro.Maximo, ct);
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
    public static IQueryable<TotalDaEtapa> ContadosAte(this CrmDbContext db, int maximo, FiltroDoQuadro filtro, DateTimeOffset agora) =>
        filtro.Parada ? db.ContadosAte(maximo, filtro, agora, o => o.NaEtapaDesde) : db.ContadosAte(maximo, filtro, agora, o => o.Posicao);

    /// <summary>By stage, in one command; of a stage that is not among them, none.</summary>
    public static async Task<Func<Guid, Total>> TotaisAsync(this IQueryable<TotalDaEtapa> contados, int maximo, CancellationToken ct)
    {
        var totais = await contados.ToDictionaryAsync(t => t.EtapaId, t => Total.Ate(maximo, t.Quantidade, t.Soma), ct);
        return id => totais.GetValueOrDefault(id, Total.Nenhum);
    }

    private static IQueryable<TotalDaEtapa> ContadosAte<TOrdem>(
        this CrmDbContext db, int maximo, FiltroDoQuadro filtro, DateTimeOffset agora, Expression<Func<Oportunidade, TOrdem>> ordem)
    {
        var (condicao, texto) = (filtro.Condicao(agora, db.Organizacao.Exigido.FusoHorario), filtro.CondicaoDoTexto());
        return db.EtapasDoFunilPrincipal().Select(e => new TotalDaEtapa
        {
            EtapaId = e.Id,
            Quantidade = e.Oportunidades.AsQueryable().Where(condicao).Where(texto).OrderBy(ordem).Take(maximo + 1).Count(),
            Soma = e.Oportunidades.AsQueryable().Where(condicao).Where(texto).OrderBy(ordem).Take(maximo + 1).Sum(o => o.Valor),
        });
    }
}
