namespace CrmVoip.Domain;

/// <summary>A fact about an account, outside any organization: sign-in, failure, lockout.</summary>
public sealed class EventoDeConta(Guid? usuarioId, string acao)
{
    /// <summary>In the place of a browser: done at the server's console.</summary>
    public const string AgenteDoOperador = "operador";

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public DateTimeOffset OcorridoEm { get; private init; } = DateTimeOffset.UtcNow;

    public Guid? UsuarioId { get; private init; } = usuarioId;

    public string Acao { get; private init; } = acao;

    public string? Ip { get; init; }

    public string? Agente { get; init; }
}
