namespace CrmVoip.Domain.Telefonia;

/// <summary>An outbound call as the provider recorded it, as far as pairing needs it. Received times are by the database's clock.</summary>
public sealed record RegistroNoRamal(Guid Id, string Numero, DateTimeOffset RecebidoEm)
{
    public ChaveDeNumero Chave { get; } = ChaveDeNumero.De(Numero);

    /// <summary>The attempt it names, which is our call's id.</summary>
    public Guid? Tentativa { get; init; }

    /// <summary>The call that a person said it is.</summary>
    public Guid? Escolhida { get; init; }

    public DateTimeOffset? InicioEm { get; init; }

    public DateTimeOffset? FimEm { get; init; }

    public DateTimeOffset? FimRecebidoEm { get; init; }

    public Atendimento Atendida { get; init; }

    public int? Conversa { get; init; }

    /// <summary>A time of its own, by the provider's clock.</summary>
    public bool Datado => InicioEm is not null || FimEm is not null;

    /// <summary>Start by the provider's clock; of a record without dates, when it was heard of.</summary>
    public DateTimeOffset ComecoProvavel => InicioEm ?? FimEm?.AddSeconds(-(Conversa ?? 0)) ?? RecebidoEm;

    public static RegistroNoRamal De(Guid id, RelatoDoProvedor relato, Guid? escolhida = null) =>
        new(id, relato.Contraparte ?? "", relato.PrimeiraRecebidaEm)
        {
            Tentativa = relato.Tentativa,
            Escolhida = escolhida,
            InicioEm = relato.InicioEm,
            FimEm = relato.FimEm,
            FimRecebidoEm = relato.FimRecebidoEm,
            Atendida = relato.Atendida,
            Conversa = relato.Conversa,
        };
}
