namespace CrmVoip.Features.Telefonia.Ligacoes;

/// <summary>A stretch of time that the provider's list is asked about.</summary>
public sealed record Janela(DateTimeOffset De, DateTimeOffset Ate)
{
    private static readonly TimeSpan _trecho = TimeSpan.FromHours(6);
    private static readonly TimeSpan _indivisivel = TimeSpan.FromMinutes(5);

    public static IEnumerable<Janela> Trechos(DateTimeOffset de, DateTimeOffset ate)
    {
        for (var inicio = de; inicio < ate; inicio += _trecho)
        {
            yield return new Janela(inicio, inicio + _trecho < ate ? inicio + _trecho : ate);
        }
    }

    /// <summary>Wide enough for a clock of the provider that is wrong.</summary>
    public Janela Com(TimeSpan margem) => new(De - margem, Ate + margem);

    /// <summary>The two halves; null when it is too short to be divided.</summary>
    public (Janela Primeira, Janela Segunda)? Metades()
    {
        var meio = De + ((Ate - De) / 2);
        return Ate - De > _indivisivel ? (new Janela(De, meio), new Janela(meio, Ate)) : null;
    }
}
