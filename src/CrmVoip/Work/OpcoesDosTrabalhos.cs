using System.ComponentModel.DataAnnotations;

namespace CrmVoip.Work;

/// <summary>Section "Crm:Trabalhos": how much work that nobody waits for is done at a time.</summary>
public sealed class OpcoesDosTrabalhos
{
    public const string Secao = "Crm:Trabalhos";

    /// <summary>False: this instance leaves the work to others.</summary>
    public bool Executar { get; init; } = true;

    /// <summary>Quick work at a time on this instance.</summary>
    [Range(1, 200)]
    public int Rapidos { get; init; } = 8;

    /// <summary>Work that asks providers and mail servers, at a time on this instance.</summary>
    [Range(1, 500)]
    public int Lentos { get; init; } = 32;

    /// <summary>After this, slow work is only waiting for an answer and gives its place to another.</summary>
    [Range(typeof(TimeSpan), "00:00:00.050", "00:01:00")]
    public TimeSpan Paciencia { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>Slow work at a time on this instance, those that wait among it.</summary>
    [Range(1, 5000)]
    public int LentosAoTodo { get; init; } = 1000;

    /// <summary>Of one organization at a time, over all instances, quick and slow each.</summary>
    [Range(1, 100)]
    public int PorOrganizacao { get; init; } = 4;

    /// <summary>How often an instance with nothing to do asks whether another one left something.</summary>
    [Range(typeof(TimeSpan), "00:00:00.050", "00:01:00")]
    public TimeSpan Ocioso { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How long the work of an instance that died is left alone.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:30:00")]
    public TimeSpan Arrendamento { get; init; } = TimeSpan.FromMinutes(1);
}
