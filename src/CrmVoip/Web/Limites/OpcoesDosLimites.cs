using System.ComponentModel.DataAnnotations;

namespace CrmVoip.Web.Limites;

/// <summary>Section "Crm": how much of everything.</summary>
public sealed class OpcoesDosLimites
{
    public const string Secao = "Crm";

    /// <summary>Sign-in attempts a minute from one address; an office shares one. The lockout guards each account besides.</summary>
    [Range(1, 1_000_000)]
    public int EntradasPorMinuto { get; init; } = 60;

    /// <summary>How many times the limits of the table (Web/Limites/TabelaDeLimites), for whom they are too narrow.</summary>
    [Range(1, 1_000)]
    public int VezesOsLimites { get; init; } = 1;

    public int Vezes(Limite limite) => limite.DeEntrada ? EntradasPorMinuto : limite.PorMinuto * VezesOsLimites;
}
