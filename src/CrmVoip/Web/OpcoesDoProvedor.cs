using System.ComponentModel.DataAnnotations;
using System.Net;

namespace CrmVoip.Web;

/// <summary>Section "Crm": what the operator, never a customer, decides about the telephony provider.</summary>
public sealed class OpcoesDoProvedor : IValidatableObject
{
    public const string Secao = "Crm";

    /// <summary>Accepts a provider on this machine, over plain http and ws: demo and tests.</summary>
    public bool PermitirProvedorLocal { get; init; }

    /// <summary>A restored copy: asks no provider, mails nobody, does no work and knows no session of the real installation.</summary>
    public bool Copia { get; init; }

    /// <summary>Private networks a provider may be in, as "172.20.0.0/16".</summary>
    public string[] RedesPermitidas { get; init; } = [];

    /// <summary>
    /// Where this installation is reached: by the provider for webhooks (without it, calls are only reconciled), and by people
    /// for the links in e-mails.
    /// </summary>
    [Url]
    public string? UrlPublica { get; init; }

    /// <summary>An address of this installation, of a path that begins with a slash; null when the operator gave no public address.</summary>
    public string? Endereco(string caminho) => UrlPublica is { Length: > 0 } url ? url.TrimEnd('/') + caminho : null;

    /// <summary>The clock behind the provider's times, which carry no zone or a false Z.</summary>
    public string RelogioDoProvedor { get; init; } = "America/Sao_Paulo";

    /// <summary>How long the provider may take to answer a person who waits.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:00:25")]
    public TimeSpan PrazoDoProvedor { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Those of RedesPermitidas that are networks; the start refuses others.</summary>
    public IEnumerable<IPNetwork> Redes => RedesPermitidas.Where(rede => IPNetwork.TryParse(rede, out _)).Select(rede => IPNetwork.Parse(rede));

    public TimeZoneInfo Relogio => TimeZoneInfo.TryFindSystemTimeZoneById(RelogioDoProvedor, out var relogio) ? relogio : TimeZoneInfo.Utc;

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        foreach (var rede in RedesPermitidas.Where(rede => !IPNetwork.TryParse(rede, out _)))
        {
            yield return new ValidationResult($"Crm:RedesPermitidas: “{rede}” is no network such as 172.20.0.0/16.", [nameof(RedesPermitidas)]);
        }

        if (!TimeZoneInfo.TryFindSystemTimeZoneById(RelogioDoProvedor, out _))
        {
            yield return new ValidationResult($"Crm:RelogioDoProvedor: “{RelogioDoProvedor}” is no time zone such as America/Sao_Paulo.", [nameof(RelogioDoProvedor)]);
        }
    }
}
