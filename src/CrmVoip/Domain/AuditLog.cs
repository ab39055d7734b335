namespace CrmVoip.Domain;

/// <summary>One fact for the record: who did what to which row. Append-only by database grant. Dados is a JSON object.</summary>
public sealed class AuditLog(Guid organizacaoId, string acao, string entidade, Guid entidadeId) : Entidade(organizacaoId)
{
    public DateTimeOffset OcorridoEm { get; init; } = DateTimeOffset.UtcNow;

    public Guid? UsuarioId { get; init; }

    public string Acao { get; private init; } = acao;

    public string Entidade { get; private init; } = entidade;

    public Guid EntidadeId { get; private init; } = entidadeId;

    public Guid? OportunidadeId { get; init; }

    public string Dados { get; init; } = "{}";

    public string? Ip { get; init; }

    public string? Agente { get; init; }
}
