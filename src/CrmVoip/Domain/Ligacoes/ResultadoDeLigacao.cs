namespace CrmVoip.Domain.Ligacoes;

/// <summary>The rep's outcome of a call, edited by the organization. SugeridoPara: the line statuses it is offered first for.</summary>
public sealed class ResultadoDeLigacao(Guid organizacaoId, string nome, int ordem) : Entidade(organizacaoId)
{
    public const int NomeMaximo = 60;

    public string Nome { get; private set; } = nome;

    public int Ordem { get; private set; } = ordem;

    public bool Ativo { get; private set; } = true;

    public StatusDaLigacao[] SugeridoPara { get; init; } = [];
}
