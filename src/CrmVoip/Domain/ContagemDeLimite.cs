namespace CrmVoip.Domain;

/// <summary>How often something limited was done in its window, by all instances together.</summary>
public sealed class ContagemDeLimite
{
    public const int ChaveMaximo = 120;

    public string Chave { get; private set; } = "";

    public int Vezes { get; private set; }

    public DateTimeOffset TerminaEm { get; private set; }
}
