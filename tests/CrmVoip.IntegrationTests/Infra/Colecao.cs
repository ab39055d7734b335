namespace CrmVoip.IntegrationTests.Infra;

/// <summary>What the product does: all these classes share one running product and database.</summary>
[CollectionDefinition(AplicacaoFixture.Colecao)]
public sealed class Colecao : ICollectionFixture<AplicacaoFixture>;

/// <summary>What holds whatever it does: walls, hosts, bad input. They run beside the others, with a product and database of their own.</summary>
[CollectionDefinition(Nome)]
public sealed class ColecaoDoSistema : ICollectionFixture<AplicacaoFixture>
{
    public const string Nome = "sistema";
}
