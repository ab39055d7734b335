namespace CrmVoip.Novidades;

/// <summary>How hints travel.</summary>
public sealed class OpcoesDasNovidades
{
    public const string Secao = "Crm:Novidades";

    /// <summary>A stream ends after this and the browser opens the next: so long at most it outlives session and membership.</summary>
    public TimeSpan Duracao { get; set; } = TimeSpan.FromMinutes(5);
}
