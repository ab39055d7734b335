namespace CrmVoip.Features.Pessoas.Conta;

/// <summary>Section "Crm": what the operator decides about accounts.</summary>
public sealed class OpcoesDaConta
{
    public const string Secao = "Crm";

    /// <summary>False: nobody makes an organization on screen; only who is invited gets an account.</summary>
    public bool CadastroAberto { get; init; } = true;
}
