using System.ComponentModel.DataAnnotations;

namespace CrmVoip.Hosting.Telemetria;

/// <summary>Section "Crm:Telemetria": who is told how the product does. Nobody unless one of the addresses is set, and then nothing is set up.</summary>
public sealed class OpcoesDaTelemetria : IValidatableObject
{
    public const string Secao = "Crm:Telemetria";

    /// <summary>The collector that takes traces and metrics by OTLP: "http://collector:4318".</summary>
    public string? Otlp { get; init; }

    public ProtocoloDoOtlp Protocolo { get; init; }

    /// <summary>
    /// Where Prometheus may read /metrics: an address of its own, "http://127.0.0.1:9464". Nothing else answers there, and
    /// /metrics nowhere else.
    /// </summary>
    public string? Prometheus { get; init; }

    /// <summary>The part of all requests and work whose traces are kept.</summary>
    [Range(0d, 1d)]
    public double Amostra { get; init; } = 1;

    public Uri? EnderecoDoOtlp => Endereco(Otlp);

    public Uri? EnderecoDoPrometheus => Endereco(Prometheus);

    public bool Ligada => EnderecoDoOtlp is not null || EnderecoDoPrometheus is not null;

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!string.IsNullOrWhiteSpace(Otlp) && EnderecoDoOtlp is null)
        {
            yield return new ValidationResult("Crm:Telemetria:Otlp must be an address like http://collector:4318.", [nameof(Otlp)]);
        }

        if (!string.IsNullOrWhiteSpace(Prometheus) && EnderecoDoPrometheus is not { Scheme: "http", PathAndQuery: "/" })
        {
            yield return new ValidationResult("Crm:Telemetria:Prometheus must be an address without a path, like http://127.0.0.1:9464.", [nameof(Prometheus)]);
        }
    }

    private static Uri? Endereco(string? texto) =>
        Uri.TryCreate(texto, UriKind.Absolute, out var endereco) && endereco.Scheme is "http" or "https" ? endereco : null;
}

public enum ProtocoloDoOtlp
{
    /// <summary>HTTP with protobuf, port 4318 of most collectors.</summary>
    Http,

    /// <summary>gRPC, port 4317 of most collectors.</summary>
    Grpc,
}
