namespace CrmVoip.Domain;

/// <summary>The organization demands the second factor of whoever has this papel. Each membership carries what follows for it.</summary>
public sealed class ExigenciaDeSegundoFator(Guid organizacaoId, Papel papel) : Entidade(organizacaoId)
{
    public Papel Papel { get; private init; } = papel;
}
