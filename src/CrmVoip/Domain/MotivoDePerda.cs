namespace CrmVoip.Domain;

/// <summary>Why a deal was lost; the list belongs to the organization.</summary>
public sealed class MotivoDePerda(Guid organizacaoId, string nome, int ordem) : Entidade(organizacaoId), IItemArquivavel
{
    public const int NomeMaximo = 60;

    public string Nome { get; private set; } = nome;

    public int Ordem { get; private set; } = ordem;

    public bool Ativo { get; private set; } = true;

    public void Renomear(string nome) => Nome = nome;

    public void Ordenar(int ordem) => Ordem = ordem;

    public void Arquivar() => Ativo = false;

    public void Restaurar() => Ativo = true;
}
