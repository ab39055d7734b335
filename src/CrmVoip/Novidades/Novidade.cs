namespace CrmVoip.Novidades;

public enum TipoDeNovidade
{
    /// <summary>A deal, what its card shows of contact and calls, a stage, or a task.</summary>
    Funil,

    /// <summary>Somebody left a word for a person: for that one alone.</summary>
    Recados,
}

/// <summary>
/// Something of an organization changed: a hint, never what it changed to. Whoever hears it asks again, by the query it has. A
/// hint may be lost; whoever listens asks from time to time anyway.
/// </summary>
/// <param name="OrganizacaoId">Whose.</param>
/// <param name="Tipo">What is to be asked for again.</param>
/// <param name="Aba">The browser tab that made the change, which knows; null for anything else, or several.</param>
/// <param name="PessoaId">Whom alone it concerns; null: everybody of the organization.</param>
public readonly record struct Novidade(Guid OrganizacaoId, TipoDeNovidade Tipo, string? Aba, Guid? PessoaId = null);
