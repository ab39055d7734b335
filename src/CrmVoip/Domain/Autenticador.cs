namespace CrmVoip.Domain;

/// <summary>The app that makes codes for an account: its key, sealed, and the last code that was taken.</summary>
public sealed class Autenticador(Guid usuarioId, string segredo)
{
    /// <summary>Where the key lies in the vault.</summary>
    public const string Coluna = "autenticadores.segredo";

    public Guid UsuarioId { get; private init; } = usuarioId;

    public string Segredo { get; private set; } = segredo;

    /// <summary>The step of time (30 s) of the last code taken: a code serves once, and no older one after it.</summary>
    public long? UltimoPasso { get; private set; }

    public DateTimeOffset CriadoEm { get; private init; } = DateTimeOffset.UtcNow;

    public DateTimeOffset? LigadoEm { get; private set; }

    public void Ligar(DateTimeOffset agora) => LigadoEm = agora;
}
