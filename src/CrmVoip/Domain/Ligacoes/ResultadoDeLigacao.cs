namespace CrmVoip.Domain.Ligacoes;

/// <summary>The rep's outcome of a call, edited by the organization. SugeridoPara: the line statuses it is offered first for.</summary>
public sealed class ResultadoDeLigacao(Guid organizacaoId, string nome, int ordem) : Entidade(organizacaoId)
{
    public const int NomeMaximo = 60;
    public const string ConversaRelevante = "Conversa relevante";

    public string Nome { get; private set; } = nome;

    public int Ordem { get; private set; } = ordem;

    public bool Ativo { get; private set; } = true;

    public StatusDaLigacao[] SugeridoPara { get; init; } = [];

    /// <summary>Whether a call with this outcome counts as relevant: the one every organization begins with.</summary>
    public bool Relevante => Nome == ConversaRelevante;
}
