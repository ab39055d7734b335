namespace CrmVoip.Domain;

public sealed class Etapa(Guid organizacaoId, Guid funilId, string nome, int ordem) : Entidade(organizacaoId)
{
    public const int NomeMaximo = 60;

    public Guid FunilId { get; private init; } = funilId;

    public string Nome { get; private set; } = nome;

    public int Ordem { get; private set; } = ordem;

    public ICollection<Oportunidade> Oportunidades { get; private init; } = [];
}
