namespace CrmVoip.Domain;

public sealed class Funil(Guid organizacaoId, string nome, int ordem) : Entidade(organizacaoId)
{
    public const int NomeMaximo = 80;

    public string Nome { get; private set; } = nome;

    public int Ordem { get; private set; } = ordem;

    /// <summary>Its deals are in ContagemDoFunil. False for one that is older than these, until they were counted.</summary>
    public bool Contado { get; private set; } = true;
}
