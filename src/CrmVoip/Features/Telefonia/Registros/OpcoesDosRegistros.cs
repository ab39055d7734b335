namespace CrmVoip.Features.Telefonia.Registros;

/// <summary>Section "Crm:Registros": what becomes of the provider's records.</summary>
public sealed class OpcoesDosRegistros
{
    public const string Secao = "Crm:Registros";

    /// <summary>How long a record waits for a call of ours before it becomes a call made outside.</summary>
    public TimeSpan ForaDepoisDe { get; init; } = TimeSpan.FromSeconds(60);
}
