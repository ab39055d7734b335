namespace CrmVoip.Domain;

/// <summary>A running copy of the product: its version and its last sign, by the database's clock.</summary>
public sealed class Instancia(Guid id, int versao)
{
    /// <summary>Grows whenever a version writes values that the one before cannot read.</summary>
    public const int VersaoAtual = 2;

    public Guid Id { get; private init; } = id;

    public int Versao { get; private init; } = versao;

    public DateTimeOffset IniciadaEm { get; private init; }

    public DateTimeOffset BatidaEm { get; private init; }
}
