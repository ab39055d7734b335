namespace CrmVoip.Domain;

public abstract class Entidade(Guid organizacaoId) : IDaOrganizacao
{
    public Guid OrganizacaoId { get; private init; } = organizacaoId;

    public Guid Id { get; protected init; } = Guid.CreateVersion7();
}
