namespace CrmVoip.Web.Limites;

/// <summary>Whose requests are counted together. Always a value that was read, never text as it was sent.</summary>
public enum PorQuem
{
    /// <summary>The caller's network address; of IPv6 the /64, which is what one customer gets.</summary>
    Endereco,

    /// <summary>The account; the address of who is not signed in.</summary>
    Pessoa,

    /// <summary>All people of the organization together.</summary>
    Organizacao,

    /// <summary>The organization that a webhook's address names, from one address.</summary>
    Conexao,
}

/// <summary>So many a minute. Compartilhado: counted by all instances together, in PostgreSQL; otherwise each counts its own.</summary>
public sealed record Limite(string Nome, PorQuem Por, int PorMinuto, bool Compartilhado = false)
{
    public static readonly TimeSpan Janela = TimeSpan.FromMinutes(1);

    /// <summary>How many the operator set (Crm:EntradasPorMinuto), where PorMinuto is not it.</summary>
    public bool DeEntrada { get; init; }
}

/// <summary>The limits of one route, all of which it keeps.</summary>
public sealed record LimitesDaRota(IReadOnlyList<Limite> Limites);
