namespace CrmVoip.Domain;

public sealed class Funil(Guid organizacaoId, string nome, int ordem) : Entidade(organizacaoId)
{
    public const int NomeMaximo = 80;

    public string Nome { get; private set; } = nome;

    public int Ordem { get; private set; } = ordem;
}
