namespace CrmVoip.IntegrationTests.Infra;

/// <summary>All classes share one running product and database.</summary>
[CollectionDefinition(AplicacaoFixture.Colecao)]
public sealed class Colecao : ICollectionFixture<AplicacaoFixture>;
