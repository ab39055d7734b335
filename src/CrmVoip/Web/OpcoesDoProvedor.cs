using System.ComponentModel.DataAnnotations;

namespace CrmVoip.Web;

/// <summary>Section "Crm": what the operator, never a customer, decides about the telephony provider.</summary>
public sealed class OpcoesDoProvedor
{
    public const string Secao = "Crm";

    /// <summary>Accepts a provider on this machine, over plain http and ws: demo and tests.</summary>
    public bool PermitirProvedorLocal { get; init; }

    /// <summary>Private networks a provider may be in, as "172.20.0.0/16".</summary>
    public string[] RedesPermitidas { get; init; } = [];

    /// <summary>
    /// Where this installation is reached: by the provider for webhooks (without it, calls are only reconciled), and by people
    /// for the links in e-mails.
    /// </summary>
    [Url]
    public string? UrlPublica { get; init; }

    /// <summary>The clock behind the provider's times, which carry no zone or a false Z.</summary>
    public string RelogioDoProvedor { get; init; } = "America/Sao_Paulo";

    /// <summary>How long the provider may take to answer a person who waits.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:00:25")]
    public TimeSpan PrazoDoProvedor { get; init; } = TimeSpan.FromSeconds(10);
}
