namespace CrmVoip.Domain.Ligacoes;

/// <summary>A webhook as it arrived, kept before anything is made of it. Chave (call id + type) absorbs repeats.</summary>
public sealed class EventoDoProvedor(Guid organizacaoId, string chave, string corpo) : Entidade(organizacaoId)
{
    public const int TentativasMaximo = 30;
    public const string ChaveIndice = "ix_eventos_do_provedor_chave";

    public string Chave { get; private init; } = chave;

    public string Corpo { get; private init; } = corpo;

    public DateTimeOffset RecebidoEm { get; private init; } = DateTimeOffset.UtcNow;

    public DateTimeOffset? ProcessadoEm { get; private set; }

    public DateTimeOffset ProcessarEm { get; private set; } = DateTimeOffset.UtcNow;

    public int Tentativas { get; private set; }

    public Guid? LigacaoId { get; private set; }

    public void Processar(Guid? ligacaoId, DateTimeOffset agora)
    {
        LigacaoId = ligacaoId;
        ProcessadoEm = agora;
    }

    /// <summary>The call it speaks of is not known yet: try again later, each time a little later, then give up.</summary>
    public void Adiar(DateTimeOffset agora)
    {
        Tentativas++;
        ProcessarEm = agora + TimeSpan.FromSeconds(Math.Min(5 * Tentativas, 300));
        if (Tentativas >= TentativasMaximo)
        {
            ProcessadoEm = agora;
        }
    }
}
