using CrmVoip.Data;
using CrmVoip.Features.Oportunidades;
using CrmVoip.Web;
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
        var contado = (await equipe.LerAsync([], ct)).Contado;
        var totais = await db.Totais(filtro, agora, contado, etapas).ToDictionaryAsync(t => t.EtapaId, ct);
        return [.. etapas.Distinct().Select(id => Mostrado(id, totais.GetValueOrDefault(id)))];
    }

    private static TotaisDaEtapa Mostrado(Guid etapaId, TotalDaEtapa? total) =>
        new(etapaId, total?.Quantidade ?? 0, Formato.DinheiroCurto(total?.Soma ?? 0));
}

public static class TotaisConsultas
{
    /// <summary>Stages without a deal that passes are not among them.</summary>
    /// <param name="db">The organization's.</param>
    /// <param name="filtro">The board's filter.</param>
    /// <param name="agora">Now.</param>
    /// <param name="contado">Whether the counted deals are all there are.</param>
    /// <param name="etapas">Only these; all when null.</param>
    public static IQueryable<TotalDaEtapa> Totais(
        this CrmDbContext db, FiltroDoQuadro filtro, DateTimeOffset agora, bool contado, Guid[]? etapas = null)
    {
        if (contado && filtro.Contagem() is { } contagem)
        {
            return db.ContagensDoFunil
                .Where(contagem)
                .Where(c => etapas == null || etapas.Contains(c.EtapaId))
                .GroupBy(c => c.EtapaId)
                .Select(g => new TotalDaEtapa { EtapaId = g.Key, Quantidade = g.Sum(c => c.Quantidade), Soma = g.Sum(c => c.Valor) });
        }

        return db.Oportunidades
            .Where(filtro.Condicao(agora, db.Organizacao.Exigido.FusoHorario))
            .Where(o => etapas == null || etapas.Contains(o.EtapaId))
            .GroupBy(o => o.EtapaId)
            .Select(g => new TotalDaEtapa { EtapaId = g.Key, Quantidade = g.Count(), Soma = g.Sum(o => o.Valor) });
    }
}
