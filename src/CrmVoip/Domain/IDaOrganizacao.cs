namespace CrmVoip.Domain;

/// <summary>A row that belongs to one organization: filtered by EF, isolated by RLS, keyed by (organizacao_id, id).</summary>
public interface IDaOrganizacao
{
    public Guid OrganizacaoId { get; }
}
