namespace CrmVoip.Domain;

/// <summary>
/// Somebody wants an account and an organization, and has yet to open the link that proves the address. The password is chosen
/// there, by who can read that mailbox. Gone when it is done, or after its time.
/// </summary>
public sealed class PedidoDeConta(string email, string nome, string organizacao, string slug)
{
    public const int EmailMaximo = 254;
    public static readonly TimeSpan Validade = TimeSpan.FromHours(24);

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public string Email { get; private init; } = email;

    public string Nome { get; private init; } = nome;

    public string Organizacao { get; private init; } = organizacao;

    public string Slug { get; private init; } = slug;

    public DateTimeOffset CriadoEm { get; init; } = DateTimeOffset.UtcNow;

    /// <summary>The link is on its way: tried again, nothing is sent twice.</summary>
    public DateTimeOffset? EnviadoEm { get; set; }
}
