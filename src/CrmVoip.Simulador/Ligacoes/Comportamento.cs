namespace CrmVoip.Simulador.Ligacoes;

public enum Desfecho
{
    Atende,
    CaixaPostal,
    NaoAtende,
    Recusa,

    /// <summary>Inbound: the extension answered, the caller talks at once.</summary>
    RamalAtendeu,
}

/// <summary>What a dialled number does. <see cref="Causa"/> is the one in the call record when the call runs its course.</summary>
public sealed record Comportamento(Desfecho Desfecho, CausaDeDesligamento Causa)
{
    private const string Prefixo = "1196000000";

    private static readonly Comportamento Padrao = new(Desfecho.Atende, CausaDeDesligamento.Normal);

    public bool Eco { get; private init; }

    public bool Desliga { get; private init; }

    /// <summary>Rings before it refuses.</summary>
    public bool Toca { get; private init; }

    /// <summary>How long the caller stays on the line; without it the rep ends the call.</summary>
    public TimeSpan? Fala { get; private init; }

    public static Comportamento DeEntrada(TimeSpan? fala) =>
        new(Desfecho.RamalAtendeu, CausaDeDesligamento.Normal) { Fala = fala };

    public static Comportamento De(NumeroDiscado? numero)
    {
        if (numero is null)
        {
            return new(Desfecho.Recusa, CausaDeDesligamento.Invalido);
        }

        return numero.Nacional.StartsWith(Prefixo, StringComparison.Ordinal) ? DoNumeroDeTeste(numero.Nacional[^1]) : Padrao;
    }

    private static Comportamento DoNumeroDeTeste(char final) => final switch
    {
        '2' => Padrao with { Eco = true },
        '3' => new(Desfecho.NaoAtende, CausaDeDesligamento.NaoAtende),
        '4' => new(Desfecho.Recusa, CausaDeDesligamento.Ocupado),
        '5' => new(Desfecho.Recusa, CausaDeDesligamento.Recusada) { Toca = true },
        '6' => new(Desfecho.CaixaPostal, CausaDeDesligamento.CaixaPostal),
        '7' => Padrao with { Desliga = true },
        '8' => new(Desfecho.Recusa, CausaDeDesligamento.NaoExiste),
        _ => Padrao,
    };
}
