namespace CrmVoip.UnitTests;

/// <summary>Tests that take every thread of the pool for seconds: beside them, whoever waits for an answer over a socket would wait in vain.</summary>
[CollectionDefinition(Nome, DisableParallelization = true)]
public sealed class SozinhosComAMaquina
{
    public const string Nome = "sozinhos com a máquina";
}
