using System.ComponentModel.DataAnnotations;

namespace CrmVoip.Features.Pessoas.Conta;

/// <summary>Section "Crm": what the operator decides about accounts.</summary>
public sealed class OpcoesDaConta
{
    public const string Secao = "Crm";

    /// <summary>False: nobody makes an organization on screen; only who is invited gets an account.</summary>
    public bool CadastroAberto { get; init; } = true;

    /// <summary>Organizations that one account may make in a day.</summary>
    [Range(1, 1000)]
    public int OrganizacoesPorDia { get; init; } = 3;

    /// <summary>Organizations that one account may make ever.</summary>
    [Range(1, 10_000)]
    public int OrganizacoesPorConta { get; init; } = 10;

    /// <summary>File of breached passwords, SHA-1 in hexadecimal, one a line in ascending order, as Have I Been Pwned delivers it.</summary>
    public string? SenhasVazadas { get; init; }
}
