namespace CrmVoip.Domain;

/// <summary>One version of a ramal's SIP password, sealed by the vault. Rows are only ever inserted.</summary>
public sealed class RamalVoipSegredo : Entidade
{
    public const string Coluna = "ramais_voip_segredos.password_encrypted";

    public RamalVoipSegredo(RamalVoip ramal, Func<Guid, string> cifrar)
        : base(ramal.OrganizacaoId)
    {
        RamalId = ramal.Id;
        UsuarioId = ramal.UsuarioId;
        PasswordEncrypted = cifrar(Id);
    }

    private RamalVoipSegredo(Guid organizacaoId)
        : base(organizacaoId)
    {
    }

    public Guid RamalId { get; private init; }

    public Guid UsuarioId { get; private init; }

    public string PasswordEncrypted { get; private init; } = "";

    public DateTimeOffset CriadoEm { get; private init; } = DateTimeOffset.UtcNow;
}
