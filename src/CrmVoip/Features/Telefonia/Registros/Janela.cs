using CrmVoip.Api4Com.Models;

namespace CrmVoip.Features.Telefonia.Registros;

/// <summary>A stretch of time that the provider's list is asked about.</summary>
public sealed record Janela(DateTimeOffset De, DateTimeOffset Ate, bool Exata = false)
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

    /// <summary>As the provider is asked: wide enough for a clock of its own that is wrong.</summary>
    public Api4ComWindow Pergunta(TimeSpan relogio) => new(De - relogio, Ate + relogio, Exata);

    /// <summary>The same time in questions with fewer rows; none when it is too short to be divided.</summary>
    public IReadOnlyList<Janela> MaisFinas()
    {
        var meio = De + ((Ate - De) / 2);
        return this switch
        {
            { Exata: false } => [this with { Exata = true }],
            _ when Ate - De > _indivisivel => [this with { Ate = meio }, this with { De = meio }],
            _ => [],
        };
    }
}
