namespace CrmVoip.Domain.Busca;

/// <summary>What is found by words: it says what of it, and the words are kept with every save (Data/IndiceDeBusca).</summary>
public interface IPesquisavel : IDaOrganizacao
{
    public Guid Id { get; }

    public TipoPesquisavel TipoPesquisavel { get; }

    /// <summary>The content as it was indexed last; null when it never was (a row older than the index).</summary>
    public string? Busca { get; }

    public ConteudoPesquisavel ConteudoPesquisavel { get; }
}

public enum TipoPesquisavel
{
    Contato,
    Oportunidade,
}
