namespace CrmVoip.Features.Telefonia.Registros;

/// <summary>Section "Crm:Versoes": two versions of the product side by side.</summary>
public sealed class OpcoesDasVersoes
{
    public const string Secao = "Crm:Versoes";

    /// <summary>The operator's word that no older version runs, or comes back.</summary>
    public bool Forcar { get; init; }

    /// <summary>How long after the first sign of this version the one before, which gives none, may still run.</summary>
    public TimeSpan Convivencia { get; init; } = TimeSpan.FromMinutes(15);

    public TimeSpan BaterACada { get; init; } = TimeSpan.FromSeconds(30);
}
