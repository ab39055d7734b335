namespace CrmVoip.Domain.Telefonia;

/// <summary>Where a word of the provider came from, from the less to the more trusted: the list is its ledger.</summary>
public enum FonteDaLeitura
{
    Webhook,
    Lista,
}

/// <summary>Whether the other side answered, as far as a source knows.</summary>
public enum Atendimento
{
    Desconhecido,
    Sim,
    Nao,
}

/// <summary>Why a record of the provider is held to be one of our calls, from the weakest reason to the strongest.</summary>
public enum MotivoDoVinculo
{
    /// <summary>It is no call of ours: the call was made of the record.</summary>
    ForaDoCrm,

    /// <summary>Paired by an earlier version of the product, which kept no reason.</summary>
    Herdado,

    /// <summary>The only call it can be, by ramal, number and time.</summary>
    Proximidade,

    /// <summary>The calls of the ramal and its records were paired in order, on a clock that several of them agree on.</summary>
    Ordem,

    /// <summary>A person said so.</summary>
    Pessoa,

    /// <summary>The call knew the provider's id.</summary>
    ProvedorId,

    /// <summary>The record names our attempt.</summary>
    Tentativa,
}
