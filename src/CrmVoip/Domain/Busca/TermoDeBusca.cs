namespace CrmVoip.Domain.Busca;

/// <summary>A folded word by which a row is found: searched as a range, which an index serves under row-level security.</summary>
public sealed class TermoDeBusca(Guid organizacaoId, string termo, TipoPesquisavel tipo, Guid linhaId) : IDaOrganizacao
{
    public Guid OrganizacaoId { get; private init; } = organizacaoId;

    public string Termo { get; private init; } = termo;

    public TipoPesquisavel Tipo { get; private init; } = tipo;

    public Guid LinhaId { get; private init; } = linhaId;
}
