namespace CrmVoip.Domain.Ligacoes;

/// <summary>A webhook as it arrived, kept before anything is made of it. Chave (call, type, digest of the body) absorbs repeats.</summary>
public sealed class EventoDoProvedor(Guid organizacaoId, string chave, string corpo) : Entidade(organizacaoId)
{
    public const int ChaveMaximo = 200;
    public const string ChaveIndice = "ix_eventos_do_provedor_chave";

    public string Chave { get; private init; } = chave;

    public string Corpo { get; private init; } = corpo;

    /// <summary>By the database's clock.</summary>
    public DateTimeOffset RecebidoEm { get; private init; }

    public DateTimeOffset? ProcessadoEm { get; private set; }

    public DateTimeOffset ProcessarEm { get; private set; } = DateTimeOffset.UtcNow;

    public int Tentativas { get; private set; }

    public Guid? LigacaoId { get; private set; }

    public void Processar(Guid? ligacaoId, DateTimeOffset agora)
    {
        LigacaoId = ligacaoId;
        ProcessadoEm = agora;
    }
}
