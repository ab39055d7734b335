namespace CrmVoip.Domain;

/// <summary>
/// A browser in which somebody signed in. The cookie names it; ended or past its end, the cookie is worth nothing, wherever
/// a copy of it is.
/// </summary>
public sealed class Sessao(Guid usuarioId)
{
    /// <summary>Used all the time, a session still ends then.</summary>
    public static readonly TimeSpan DuracaoMaxima = TimeSpan.FromDays(30);

    /// <summary>Unused for so long, its cookie has expired.</summary>
    public static readonly TimeSpan OciosaMaxima = TimeSpan.FromHours(12);

    /// <summary>The last use is written this seldom.</summary>
    public static readonly TimeSpan ResolucaoDoUso = TimeSpan.FromMinutes(5);

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid UsuarioId { get; private init; } = usuarioId;

    public DateTimeOffset CriadaEm { get; init; }

    public DateTimeOffset UsadaEm { get; init; }

    public DateTimeOffset ExpiraEm { get; init; }

    public DateTimeOffset? RevogadaEm { get; init; }

    public string? Ip { get; init; }

    public string? Agente { get; init; }
}
