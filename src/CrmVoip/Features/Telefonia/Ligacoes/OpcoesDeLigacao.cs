namespace CrmVoip.Features.Telefonia.Ligacoes;

/// <summary>Section "Crm:Ligacoes": how long a silent call lives.</summary>
public sealed class OpcoesDeLigacao
{
    public const string Secao = "Crm:Ligacoes";

    /// <summary>Without a sign of the browser for this long, a call is closed provisionally.</summary>
    public TimeSpan OrfaDepoisDe { get; init; } = TimeSpan.FromSeconds(90);
}
