namespace CrmVoip.Features.Desenvolvimento;

/// <summary>Section "Crm": the demonstration shows the pages of development too.</summary>
public sealed class OpcoesDoDesenvolvimento
{
    public const string Secao = "Crm";

    public bool Demonstracao { get; init; }
}
