namespace CrmVoip.E2ETests.Infra;

/// <summary>Journeys whose matter is a screen. They run beside those at the telephone, each set with a product of its own.</summary>
[CollectionDefinition(Colecao)]
public sealed class NaTela : ICollectionFixture<Ambiente>
{
    public const string Colecao = "tela";
}

/// <summary>Journeys whose matter is a call. One after the other: audio is real time, and two of them at once would starve each other.</summary>
[CollectionDefinition(Colecao)]
public sealed class AoTelefone : ICollectionFixture<Ambiente>
{
    public const string Colecao = "telefone";
}
