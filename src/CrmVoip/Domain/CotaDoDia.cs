namespace CrmVoip.Domain;

/// <summary>How often something limited was done in a day, counted over all instances. What is limited for ever has the day 'infinity'.</summary>
public sealed class CotaDoDia(string chave, DateOnly dia, int quantas)
{
    public const int ChaveMaximo = 120;

    public string Chave { get; private init; } = chave;

    public DateOnly Dia { get; private init; } = dia;

    public int Quantas { get; private init; } = quantas;
}
