namespace CrmVoip.Domain.Ligacoes;

/// <summary>A fact about a call, append-only. Id is chosen by who reports it, so that a repeat is absorbed.</summary>
public sealed class LigacaoEvento : Entidade
{
    public LigacaoEvento(Guid organizacaoId, Guid id, Guid ligacaoId, OrigemDoFato origem, TipoDeEvento tipo, DateTimeOffset ocorridoEm)
        : base(organizacaoId)
    {
        Id = id;
        LigacaoId = ligacaoId;
        Origem = origem;
        Tipo = tipo;
        OcorridoEm = ocorridoEm;
    }

    public Guid LigacaoId { get; private init; }

    public OrigemDoFato Origem { get; private init; }

    public TipoDeEvento Tipo { get; private init; }

    public DateTimeOffset OcorridoEm { get; private init; }

    public DateTimeOffset RecebidoEm { get; init; } = DateTimeOffset.UtcNow;

    public DadosDoEvento Dados { get; init; } = new();

    public bool DoProvedor => Origem is OrigemDoFato.Webhook or OrigemDoFato.Reconciliacao;
}
