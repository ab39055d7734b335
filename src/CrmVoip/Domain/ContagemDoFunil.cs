namespace CrmVoip.Domain;

/// <summary>
/// A change in how many deals a person has in a stage, and in their value; the sum over all rows is how many there are. Written by
/// PostgreSQL with the change itself (migration ContagensPorEtapa), so that nobody waits for a row that others change too.
/// </summary>
public sealed class ContagemDoFunil(Guid organizacaoId, Guid etapaId, SituacaoDaOportunidade situacao, Guid responsavelId, int quantidade, decimal valor)
    : Entidade(organizacaoId)
{
    public Guid EtapaId { get; private init; } = etapaId;

    public SituacaoDaOportunidade Situacao { get; private init; } = situacao;

    public Guid ResponsavelId { get; private init; } = responsavelId;

    public int Quantidade { get; private init; } = quantidade;

    public decimal Valor { get; private init; } = valor;
}
