using CrmVoip.Data;
using CrmVoip.Features.Vendas.Busca;
using CrmVoip.Features.Vendas.Oportunidades;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.Features.Vendas.Quadros;

/// <summary>Where a deal that the filter's words find stands.</summary>
public sealed record Achada(Guid Id, Guid EtapaId, string Posicao, decimal Valor);

/// <summary>What the words of a board's filter find, in the order of the board.</summary>
public sealed class Achadas(IEnumerable<Achada> todas)
{
    private readonly ILookup<Guid, Achada> _porEtapa = todas.OrderBy(a => a.Posicao, StringComparer.Ordinal).ToLookup(a => a.EtapaId);

    public Guid[] Ids => [.. _porEtapa.SelectMany(e => e).Select(a => a.Id)];

    public Total Total(Guid etapaId) => new(_porEtapa[etapaId].Count(), _porEtapa[etapaId].Sum(a => a.Valor));

    /// <summary>Those that follow a position ("" for the first ones), so many at most.</summary>
    public IEnumerable<Guid> Depois(Guid etapaId, string posicao, int quantas) =>
        _porEtapa[etapaId].Where(a => string.CompareOrdinal(a.Posicao, posicao) > 0).Take(quantas).Select(a => a.Id);
}

public static class AchadasConsultas
{
    /// <summary>Beyond this, walking along the board is sooner done.</summary>
    private const int Maximo = 5_000;

    /// <summary>
    /// Null when no words are looked for, or when they find so many that walking along the board meets them soon: then the
    /// condition of the filter does.
    /// </summary>
    public static async Task<Achadas?> AchadasAsync(this CrmDbContext db, FiltroDoQuadro filtro, DateTimeOffset agora, CancellationToken ct)
    {
        if (filtro.Pesquisa() is not { Vazia: false } pesquisa || await db.CandidatosAsync(pesquisa, ct) is not { Demais: false } candidatos)
        {
            return null;
        }

        var achadas = await db.Achadas(candidatos)
            .Where(filtro.Condicao(agora, db.Organizacao.Exigido.FusoHorario))
            .Take(Maximo + 1)
            .Select(o => new Achada(o.Id, o.EtapaId, o.Posicao, o.Valor))
            .ToListAsync(ct);
        return achadas.Count > Maximo ? null : new Achadas(achadas);
    }
}
