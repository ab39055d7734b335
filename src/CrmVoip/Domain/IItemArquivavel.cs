namespace CrmVoip.Domain;

/// <summary>An item that may be archived and comes back: what it was used for keeps it.</summary>
public interface IItemArquivavel : IItemOrdenado
{
    public void Arquivar();

    public void Restaurar();
}
