using CrmVoip.Features.Pessoas.Conta;
using CrmVoip.Features.Vendas.Contatos;
using CrmVoip.Features.Vendas.Quadros;
using CrmVoip.Web;

namespace CrmVoip.Features.Vendas.Oportunidades;

/// <summary>The board as it is shown, at one moment.</summary>
public sealed record Quadro(
    IReadOnlyList<ColunaDoQuadro> Colunas, Equipe Equipe, FiltroDoQuadro Filtro, DateTimeOffset Agora)
{
    public Total Total => Total.Somar([.. Colunas.Select(c => c.Total)]);

    public string Resumo => Filtro.EmPalavras(Total);

    /// <summary>Rows are still being indexed: what the filter's words do not find may exist.</summary>
    public bool BuscaEmPreparo { get; init; }

    public PrimeirosPassos? Passos { get; init; }

    /// <summary>What is open over the board, when the address says so.</summary>
    public DetalheDaOportunidade? Aberta { get; init; }
}

/// <summary>Some cards of one stage, and whether more follow.</summary>
public sealed record LoteDeCartoes(
    Guid EtapaId, IReadOnlyList<CartaoDaOportunidade> Cartoes, bool HaMais, Equipe Equipe, FiltroDoQuadro Filtro, DateTimeOffset Agora);

/// <summary>The form at the foot of a column; after a creation also the new card and the stage's new totals.</summary>
public sealed record CriacaoRapida(OportunidadeForm Form, FiltroDoQuadro Filtro, LoteDeCartoes? Criada = null, TotaisDaEtapa? Totais = null)
{
    /// <summary>Who has the typed number already.</summary>
    public IReadOnlyList<ContatoRepetido> Repetidos { get; init; } = [];
}

/// <summary>How long a card has been in its stage, and whether that asks for attention.</summary>
public static class TempoNaEtapa
{
    private const int DiasAteAtencao = 7;
    private const int DiasAteParada = 14;

    /// <summary>Who entered before this moment is "parada": by days of the calendar, as they are shown.</summary>
    public static DateTimeOffset ParadaDesde(DateTimeOffset agora, string fuso) =>
        DiaLocal.Inicio(DiaLocal.De(agora, fuso).AddDays(-DiasAteParada), fuso);

    /// <summary>Null while all is well.</summary>
    public static string? Ritmo(int dias) => dias switch
    {
        > DiasAteParada => "parada",
        > DiasAteAtencao => "atencao",
        _ => null,
    };
}
