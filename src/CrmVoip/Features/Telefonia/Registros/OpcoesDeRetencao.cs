using System.ComponentModel.DataAnnotations;

namespace CrmVoip.Features.Telefonia.Registros;

/// <summary>Section "Crm:Retencao": how long calls and their raw material are kept. The walls of the database refuse less than the least.</summary>
public sealed class OpcoesDeRetencao
{
    public const string Secao = "Crm:Retencao";

    /// <summary>Webhooks as they arrived.</summary>
    [Range(typeof(TimeSpan), "30.00:00:00", "36500.00:00:00")]
    public TimeSpan Avisos { get; init; } = TimeSpan.FromDays(90);

    /// <summary>Facts of browsers and readings of the provider, of which each call is the sum.</summary>
    [Range(typeof(TimeSpan), "30.00:00:00", "36500.00:00:00")]
    public TimeSpan Fatos { get; init; } = TimeSpan.FromDays(400);

    /// <summary>Calls with all that belongs to them. Unset, for ever: they are the organizations' record of business.</summary>
    [Range(typeof(TimeSpan), "90.00:00:00", "36500.00:00:00")]
    public TimeSpan? Ligacoes { get; init; }
}
