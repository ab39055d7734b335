namespace CrmVoip.Features.Oportunidades;

/// <summary>The board as it is shown, at one moment.</summary>
public sealed record Quadro(IReadOnlyList<ColunaDoQuadro> Colunas, DateTimeOffset Agora)
{
    public int Quantidade => Colunas.Sum(c => c.Quantidade);

    public decimal Soma => Colunas.Sum(c => c.Soma);
}

/// <summary>How long a card has been in its stage, and whether that asks for attention.</summary>
public static class TempoNaEtapa
{
    private const int DiasAteAtencao = 7;
    private const int DiasAteParada = 14;

    public static string Ritmo(int dias) => dias switch
    {
        > DiasAteParada => "parada",
        > DiasAteAtencao => "atencao",
        _ => "normal",
    };
}
