using CrmVoip.Text;

namespace CrmVoip.Domain;

/// <summary>Somebody asked for a link to set a new password. Gone once the link is mailed, or nobody has that address.</summary>
public sealed class PedidoDeRecuperacao(string email)
{
    public const int EmailMaximo = 254;

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public string Email { get; private init; } = email.Cortado(EmailMaximo);

    public string? Ip { get; init; }

    public string? Agente { get; init; }

    public DateTimeOffset CriadoEm { get; init; } = DateTimeOffset.UtcNow;

    /// <summary>In the account's record by now: tried again, it does not count twice.</summary>
    public DateTimeOffset? RegistradoEm { get; set; }
}
