using System.ComponentModel.DataAnnotations;

namespace CrmVoip.Hosting;

/// <summary>The operator's settings, section "Crm". README lists them.</summary>
public sealed class OpcoesDoCrm
{
    public const string Secao = "Crm";

    /// <summary>Demo: shows the demo logins, allows cookies without TLS.</summary>
    public bool Demonstracao { get; init; }

    public OpcoesDoCofre Cofre { get; init; } = new();

    /// <summary>Reverse proxies whose X-Forwarded-* headers are believed.</summary>
    public string[] ProxiesConhecidos { get; init; } = [];

    /// <summary>A statement that takes longer is a line in the log; zero: none is.</summary>
    public TimeSpan ComandoLento { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>How long the product serves on after it was told to stop and stopped being ready. Unset, 5 s; in the demo none.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:05:00")]
    public TimeSpan? EsperaAoParar { get; init; }

    public TimeSpan AntesDeParar => EsperaAoParar ?? (Demonstracao ? TimeSpan.Zero : TimeSpan.FromSeconds(5));

    /// <summary>Starts although the roles may create large objects: for a database whose operator has no superuser.</summary>
    public bool PermitirObjetosGrandes { get; init; }

    /// <summary>How the log is written; unset, JSON in production and text elsewhere.</summary>
    public FormatoDoRegistro? Registro { get; init; }
}

public enum FormatoDoRegistro
{
    Texto,
    Json,
}

public sealed class OpcoesDoCofre
{
    /// <summary>PFX file of the certificate that wraps the keys.</summary>
    public string? Certificado { get; init; }

    public string? Senha { get; init; }

    /// <summary>Earlier certificates, still able to open old keys: "file|password".</summary>
    public string[] Anteriores { get; init; } = [];
}
