namespace CrmVoip.Domain;

public enum Papel
{
    Administrador,
    Gestor,
    Vendedor,
}

/// <summary>A person inside one organization. Name and e-mail are copies: crm_app may not read accounts.</summary>
public sealed class Membro(Guid organizacaoId, Guid usuarioId, string nome, string email, Papel papel) : IDaOrganizacao
{
    public Guid OrganizacaoId { get; private init; } = organizacaoId;

    public Guid UsuarioId { get; private init; } = usuarioId;

    public string Nome { get; private set; } = nome;

    public string Email { get; private set; } = email;

    public Papel Papel { get; private set; } = papel;

    public bool Ativo { get; private set; } = true;

    /// <summary>When the organization's connection last changed, written to all its members: the membership is read with every page anyway.</summary>
    public DateTimeOffset? ConexaoMudouEm { get; private init; }

    /// <summary>What the organization demands of this papel, kept here because a membership is read before the organization is known.</summary>
    public bool SegundoFatorExigido { get; private set; }

    public DateTimeOffset CriadoEm { get; private init; } = DateTimeOffset.UtcNow;

    /// <summary>Until when it was a membership. Null while it is active, and where an earlier version ended it (PreencherSaidas).</summary>
    public DateTimeOffset? DesativadoEm { get; private set; }

    /// <summary>Who gets what is still open under the name of somebody whose membership ended. Null: it stays under it.</summary>
    public Guid? SucessorId { get; private set; }

    public void MudarPapel(Papel papel) => Papel = papel;

    public void ExigirSegundoFator(bool exigido) => SegundoFatorExigido = exigido;

    /// <summary>Takes effect on the person's next request: membership is checked on each.</summary>
    public void Desativar(DateTimeOffset agora, Guid? sucessorId = null) => (Ativo, DesativadoEm, SucessorId) = (false, agora, sucessorId);

    public void Reativar(Papel papel)
    {
        Papel = papel;
        (Ativo, DesativadoEm, SucessorId) = (true, null, null);
    }
}
