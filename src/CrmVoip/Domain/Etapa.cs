namespace CrmVoip.Domain;

/// <summary>A column of the board. An archived one has no deals, and stays for what was written of it.</summary>
public sealed class Etapa(Guid organizacaoId, Guid funilId, string nome, int ordem) : Entidade(organizacaoId), IItemOrdenado
{
    public const int NomeMaximo = 60;

    public Guid FunilId { get; private init; } = funilId;

    public string Nome { get; private set; } = nome;

    public int Ordem { get; private set; } = ordem;

    public DateTimeOffset? ArquivadaEm { get; private set; }

    public bool Ativo => ArquivadaEm is null;

    public ICollection<Oportunidade> Oportunidades { get; private init; } = [];

    public void Renomear(string nome) => Nome = nome;

    public void Ordenar(int ordem) => Ordem = ordem;

    public void Arquivar(DateTimeOffset agora) => ArquivadaEm = agora;
}
