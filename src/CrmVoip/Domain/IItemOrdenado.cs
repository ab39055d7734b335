namespace CrmVoip.Domain;

/// <summary>One of a short list that the organization names and orders itself.</summary>
public interface IItemOrdenado : IDaOrganizacao
{
    public Guid Id { get; }

    public string Nome { get; }

    public int Ordem { get; }

    /// <summary>False: kept for what was, and offered no more.</summary>
    public bool Ativo { get; }

    public void Renomear(string nome);

    public void Ordenar(int ordem);
}
