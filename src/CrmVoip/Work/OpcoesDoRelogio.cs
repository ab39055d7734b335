using System.ComponentModel.DataAnnotations;

namespace CrmVoip.Work;

/// <summary>Section "Crm:Relogio": how far the clock of an instance may be from the database's.</summary>
public sealed class OpcoesDoRelogio
{
    public const string Secao = "Crm:Relogio";

    /// <summary>Beyond it the instance does not start; running, it is not ready and does no work.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")]
    public TimeSpan Tolerancia { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How often the two are compared.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan Intervalo { get; init; } = TimeSpan.FromMinutes(1);
}
