using CrmVoip.IntegrationTests.Infra;

namespace CrmVoip.IntegrationTests.Planos;

/// <summary>A product and database of their own: what PostgreSQL chooses depends on what else there is, and other tests leave now more, now less.</summary>
[CollectionDefinition(Nome)]
public sealed class ColecaoDosPlanos : ICollectionFixture<AplicacaoFixture>
{
    public const string Nome = "planos";
}
