using System.ComponentModel.DataAnnotations;
using CrmVoip.Work;

namespace CrmVoip.Features.Pessoas.Auditorias;

/// <summary>Section "Crm:Retencao": how long the records of what people did are kept. The walls of the database refuse less than the least.</summary>
public sealed class OpcoesDaRetencao
{
    public const string Secao = "Crm:Retencao";

    private static readonly TimeSpan _cedo = TimeSpan.FromDays(1);
    private static readonly TimeSpan _tarde = TimeSpan.FromDays(30);

    /// <summary>What people did in their organization; five years. The history of a deal is read from it.</summary>
    [Range(typeof(TimeSpan), "366.00:00:00", "36500.00:00:00")]
    public TimeSpan Auditoria { get; init; } = TimeSpan.FromDays(1826);

    /// <summary>Sign-ins, failures and passwords of accounts; two years. The law asks for six months.</summary>
    [Range(typeof(TimeSpan), "184.00:00:00", "36500.00:00:00")]
    public TimeSpan Contas { get; init; } = TimeSpan.FromDays(730);

    /// <summary>Work that was given up, and that the operator never asked to be done again.</summary>
    [Range(typeof(TimeSpan), "7.00:00:00", "36500.00:00:00")]
    public TimeSpan Desistidos { get; init; } = TimeSpan.FromDays(90);

    /// <summary>Again when the next one is old enough; not daily where nothing is old for years.</summary>
    public static Desfecho Ate(TimeSpan? resta) => Desfecho.DeNovoEm(resta is { } espera && espera < _tarde ? TimeSpan.FromTicks(Math.Max(espera.Ticks, _cedo.Ticks)) : _tarde);
}
